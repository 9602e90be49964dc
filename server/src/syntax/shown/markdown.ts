import { visible } from './printable.ts';

/** Characters that Markdown may interpret anywhere in a line. An underscore inside a word is one. */
const MARKS = /[\\`*[\]<>|~!&#()@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=\bwww)\./giu;

/** What begins a list, a rule or a heading at the start of a line; numbers of lists end with `.` or `)`. */
const LINE_MARK = /^(\s*)([-+=]|\d+(?=[.)]))/;

/**
 * Plain text as Markdown that shows it and nothing else: no content becomes a link, a picture, HTML, a list or a
 * heading. Blank lines still separate paragraphs; other line breaks become spaces.
 */
export function asMarkdown(text: string): string {
  return text
    .split(/\r?\n[\t ]*(?:\r?\n[\t ]*)+/)
    .map((paragraph) => paragraphOf(paragraph.trim()))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function paragraphOf(text: string): string {
  return visible(text.replaceAll(/\s*\r?\n\s*/g, ' '))
    .replaceAll(MARKS, '\\$&')
    .replace(LINE_MARK, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** Text as a code span that no content can end; an empty text is shown as its quotes. */
export function codeSpan(text: string): string {
  const content = text === '' ? '""' : visible(text.replaceAll(/\r?\n/g, '⏎'));
  const runs = content.match(/`+/g) ?? [];
  const lengths = new Set(runs.map((run) => run.length));
  let length = 1;
  while (lengths.has(length)) length += 1;
  const fence = '`'.repeat(length);
  // Markdown removes a space at both ends, and a backtick there would lengthen the fence.
  const isPadded = /^`|`$/.test(content) || /^ .* $/.test(content);
  return isPadded ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`;
}

/** Literal text, emphasis, links and escapes: all the Markdown that this project writes. */
const WRITTEN =
  /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|\*\*((?:\\.|[^*`\\]|`[^`]*`)+)\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)]+)\)|\\([!-/:-@[-`{-~])/g;

/** Markdown without its markup; an address follows each link. */
export function asPlainText(markdown: string): string {
  return markdown.replaceAll(
    WRITTEN,
    (_, _fence, code?: string, strong?: string, link?: string, page?: string, mark?: string) => {
      if (code !== undefined) return /^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code;
      if (strong !== undefined) return asPlainText(strong);
      return link === undefined ? (mark ?? '') : `${asPlainText(link)}: ${page}`;
    },
  );
}
