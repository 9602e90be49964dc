import MarkdownIt from 'markdown-it';
import type { Token as MarkedToken } from 'marked';
import { Marked } from 'marked';

/** A part of a Markdown text as a reader understands it. */
interface Part {
  readonly kind: string;
  readonly text: string;
  /** Where a link leads. */
  readonly target?: string;
}

/** A library that reads Markdown. */
interface MarkdownReader {
  readonly name: string;
  readonly partsOf: (markdown: string) => readonly Part[];
  readonly render: (markdown: string) => string;
}

/** More than VS Code accepts: HTML is interpreted and bare addresses become links. */
const markdownIt = new MarkdownIt({ html: true, linkify: true });

/** As the library behind VS Code's hovers reads: with the additions of GitHub. */
const marked = new Marked({ gfm: true });

function partsOfMarkdownIt(markdown: string): readonly Part[] {
  return markdownIt
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type, content, attrs }) => {
      const target = attrs?.find(([name]) => name === 'href')?.[1];
      const kind = type === 'code_inline' ? 'code span' : type.replace(/_open$/, '');
      return { kind, text: content, ...(target !== undefined && { target }) };
    });
}

function partsOfMarked(markdown: string): readonly Part[] {
  const parts: Part[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: MarkedToken) => {
    if (token.type === 'codespan') parts.push({ kind: 'code span', text: String(token['text']) });
    else if (token.type === 'link') parts.push({ kind: 'link', text: token.raw, target: String(token['href']) });
    else parts.push({ kind: token.type, text: token.raw });
  });
  return parts;
}

/** Independent readers of Markdown: what one of them overlooks, another may show. */
export const MARKDOWN_READERS: readonly MarkdownReader[] = [
  { name: 'markdown-it', partsOf: partsOfMarkdownIt, render: (markdown) => markdownIt.render(markdown) },
  { name: 'marked', partsOf: partsOfMarked, render: (markdown) => marked.parse(markdown, { async: false }) },
];

/** Kinds of parts that a text of a document must never become. `code` is a block of code. */
const ALIVE = /^(image|html|heading|lheading|fence|code$|code_block|table|hr|blockquote|def$)/;

/**
 * The active parts of a Markdown text for any reader, besides emphasis, lists, code spans and links to the pages that
 * this project names.
 */
export function aliveIn(markdown: string): string[] {
  return MARKDOWN_READERS.flatMap(({ name, partsOf }) =>
    partsOf(markdown)
      .filter(({ kind, target }) =>
        kind === 'link' ? target === undefined || !/^https:\/\/(?!evil)/.test(target) : ALIVE.test(kind),
      )
      .map(({ kind, text, target }) => `${name}: ${kind} ${target ?? text}`),
  );
}
