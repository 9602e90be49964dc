import type { Comment, Node, Range, Tree } from '../tree/tree.ts';
import { visit } from '../tree/walkTree.ts';
import { isBlank, lineEnd } from './lines.ts';

/** One line as the formatter sees it: `lead = value # remark`, offsets half-open. */
export interface LayoutLine {
  readonly start: number;
  /** The position of its first character that is not a space; null for a blank line. */
  readonly codeStart: number | null;
  /** The number of brackets it opens minus those it closes. */
  readonly depth: number;
  /** The end of the text before the `=`, or before the remark. */
  readonly leadEnd: number;
  /** From the `=` to the last character of the value; null when the formatter does not align it. */
  readonly assignment: Range | null;
  /** The start of the space before the `=` of a multi-line value. */
  readonly loneEquals: number | null;
  /** A `#` or `//` comment that follows something on its line. */
  readonly remark: Range | null;
}

/** A string, heredoc or comment, in which `=` and brackets do not count. */
interface Opaque extends Range {
  /** True when the formatter treats all of its lines as one: not for strings, nor when code follows a comment. */
  readonly isOneLine: boolean;
}

/** Splits a text into the formatter's lines. */
export class LineReader {
  readonly #text: string;
  readonly #opaque: ReadonlyMap<number, Opaque>;
  /** Ranges that continue on the next line, in order. */
  readonly #closed: readonly Opaque[];
  readonly #remarks: ReadonlyMap<number, Comment>;

  constructor(text: string, tree: Tree) {
    this.#text = text;
    const opaque: Opaque[] = tree.comments
      .filter(({ style }) => style === '/*')
      .map(({ start, end }) => ({ start, end, isOneLine: isBlank(text, end, lineEnd(text, end)) }));
    visit(tree.body, (node: Node) => {
      if (node.kind !== 'Template') return true;
      opaque.push({ start: node.start, end: node.end, isOneLine: node.form === 'heredoc' });
      return false;
    });
    this.#opaque = new Map(opaque.map((range) => [range.start, range]));
    this.#closed = opaque
      .filter(({ start, end }) => text.slice(start, end).includes('\n'))
      .sort((one, other) => one.start - other.start);
    const remarks = tree.comments.filter(({ style }) => style !== '/*');
    this.#remarks = new Map(remarks.map((comment) => [comment.start, comment]));
  }

  /** True when the formatter's lines differ from those of the text because of a multi-line string or comment. */
  get isOdd(): boolean {
    return this.#closed.some(({ isOneLine }) => !isOneLine);
  }

  /** The lines; those that begin inside a heredoc or comment are left out, because they belong to one line. */
  read(): LayoutLine[] {
    const lines: LayoutLine[] = [];
    let inside = 0;
    let start = 0;
    for (const content of this.#text.split('\n')) {
      while (this.#closed[inside] !== undefined && (this.#closed[inside]?.end ?? 0) < start) inside += 1;
      const around = this.#closed[inside];
      const isInside = around !== undefined && around.start < start && start <= around.end;
      const end = start + content.replace(/\r$/, '').length;
      if (!isInside) lines.push(this.#line(start, end));
      else if (!around.isOneLine) lines.push(emptyLine(start));
      start += content.length + 1;
    }
    return lines;
  }

  #line(start: number, end: number): LayoutLine {
    let equals = -1;
    let depth = 0;
    let depthBefore = 0;
    let codeStart = -1;
    let lastCode = start;
    let remark: Comment | null = null;
    for (let offset = start; offset < end; offset += 1) {
      const character = this.#text.charAt(offset);
      if (character === ' ' || character === '\t') continue;
      remark = this.#remarks.get(offset) ?? null;
      if (remark !== null) break;
      if (codeStart === -1) codeStart = offset;
      const opaque = this.#opaque.get(offset);
      if (opaque !== undefined) offset = Math.min(opaque.end, end) - 1;
      else if (equals === -1 && offset > codeStart && this.#isAssignment(offset))
        [equals, depthBefore] = [offset, depth];
      else depth += bracketChange(character);
      lastCode = offset + 1;
    }
    if (codeStart === -1) return { ...emptyLine(start), codeStart: remark?.start ?? null };
    const isAligned = equals !== -1 && depth === depthBefore;
    const leadEnd = isAligned ? this.#trimmed(start, equals) : lastCode;
    const loneEquals = !isAligned && equals !== -1 ? this.#trimmed(start, equals) : null;
    const assignment = isAligned ? { start: equals, end: lastCode } : null;
    return { start, codeStart, depth, leadEnd, assignment, loneEquals, remark };
  }

  /** True for a lone `=`. */
  #isAssignment(offset: number): boolean {
    if (this.#text[offset] !== '=' || /[=>]/.test(this.#text.charAt(offset + 1))) return false;
    return !/[=!<>]/.test(this.#text.charAt(offset - 1));
  }

  #trimmed(start: number, end: number): number {
    return start + this.#text.slice(start, end).trimEnd().length;
  }
}

function emptyLine(start: number): LayoutLine {
  return { start, codeStart: null, depth: 0, leadEnd: start, assignment: null, loneEquals: null, remark: null };
}

function bracketChange(character: string): number {
  if (character === '{' || character === '[' || character === '(') return 1;
  return character === '}' || character === ']' || character === ')' ? -1 : 0;
}
