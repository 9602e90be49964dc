/** A text with tab stops, before it is known how its place spells quotes. */
export type SnippetPart =
  | string
  | { readonly kind: 'stop'; readonly initial: string }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

export type Snippet = readonly SnippetPart[];

/** A tab stop; `initial` is its initial text. */
export function stop(initial = ''): SnippetPart {
  return { kind: 'stop', initial };
}

/** One of the values, initially the first. A single value needs no choice. */
export function choice(values: readonly string[]): SnippetPart {
  return values.length === 1 ? (values[0] ?? '') : { kind: 'choice', values };
}

/** Indents each line except the first by two spaces. */
export function indented(parts: Snippet): Snippet {
  return parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', '\n  ') : part));
}

/** True when the parts contain a newline. */
export function isMultiline(parts: Snippet): boolean {
  return parts.some((part) => typeof part === 'string' && part.includes('\n'));
}

/** The text to insert, with `quote` for each double quote; a snippet only when it has tab stops. */
export function render(parts: Snippet, quote = '"'): { readonly text: string; readonly isSnippet: boolean } {
  const encode = (text: string) => (quote === '"' ? text : text.replaceAll('"', quote));
  if (parts.every((part) => typeof part === 'string')) return { text: encode(parts.join('')), isSnippet: false };
  let number = 0;
  const printed = parts.map((part) => {
    if (typeof part === 'string') return escapeSnippet(encode(part));
    number += 1;
    if (part.kind === 'choice') return `\${${number}|${part.values.join(',')}|}`;
    return part.initial === '' ? `$${number}` : `\${${number}:${escapeSnippet(encode(part.initial))}}`;
  });
  return { text: printed.join(''), isSnippet: true };
}

function escapeSnippet(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('$', '\\$').replaceAll('}', '\\}');
}

/** The text of a snippet, with each tab stop replaced by its initial text; a repeated one by that of the first. */
export function withoutStops(body: string): string {
  return new StopReader(body).read('');
}

class StopReader {
  readonly #body: string;
  readonly #initials = new Map<string, string>();
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  /** Reads up to a closing character, or to the end. */
  read(closer: string): string {
    let text = '';
    while (this.#at < this.#body.length && this.#body.charAt(this.#at) !== closer) text += this.#next();
    return text;
  }

  #next(): string {
    const rest = this.#body.slice(this.#at, this.#at + 12);
    const escaped = /^\\([\\$}])/.exec(rest)?.[1];
    const [opened, number = '', opening = ''] = /^\$\{(\d+)([:|])/.exec(rest) ?? [];
    const [linked, bare, braced] = /^\$(?:(\d+)|\{(\d+)\})/.exec(rest) ?? [];
    this.#at += escaped === undefined ? (opened ?? linked ?? ' ').length : 2;
    if (escaped !== undefined) return escaped;
    if (linked !== undefined) return this.#initials.get(bare ?? braced ?? '') ?? '';
    if (opened === undefined) return rest.charAt(0);
    const initial = opening === '|' ? (this.#choices().split(',')[0] ?? '') : this.read('}');
    this.#at += 1;
    this.#initials.set(number, initial);
    return initial;
  }

  /** The values of a choice; leaves the brace after them. */
  #choices(): string {
    const start = this.#at;
    const end = this.#body.indexOf('|}', start);
    this.#at = end === -1 ? this.#body.length : end + 1;
    return this.#body.slice(start, end === -1 ? undefined : end);
  }
}
