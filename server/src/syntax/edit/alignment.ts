import { readTree } from '../read.ts';
import type { Node, Range, Tree } from '../tree.ts';
import { visit } from '../walk.ts';

/** One line as the formatter sees it: `lead = value # remark`, half-open offsets. */
interface Line {
  readonly start: number;
  /** Where the text before the `=`, or before the remark, ends. */
  readonly leadEnd: number;
  /** From the `=` to the last character of the value; null where the formatter aligns none. */
  readonly assignment: Range | null;
  /** Where the space before the `=` of a value that goes on in the next line begins. */
  readonly loneEquals: number | null;
  /** A `#` or `//` comment that follows something on its line. */
  readonly remark: Range | null;
}

/**
 * The text of a file's piece with the spaces before `=` and before comments at line ends as `terraform fmt` leaves
 * them, and nothing else changed. A text that cannot be read is answered as it is.
 * Source: hashicorp/hcl v2.23 `hclwrite/format.go`, `formatCells`. Read 2026-11-23.
 */
export function alignLines(text: string): string {
  const tree = readTree(text);
  if (tree.errors.length > 0) return text;
  const lines = new LineReader(text, tree).read();
  const lone = lines.flatMap((line) => (line?.loneEquals ? [line.loneEquals] : []));
  const closed = withGaps(text, new Map(lone.map((offset) => [offset, 1])));
  return closed === text ? withGaps(text, gapsOf(text, lines)) : alignLines(closed);
}

/** How many spaces the formatter puts where. */
function gapsOf(text: string, lines: readonly (Line | null)[]): Map<number, number> {
  const gaps = new Map<number, number>();
  for (const run of runsOf(lines, ({ assignment }) => assignment !== null)) {
    const widest = Math.max(...run.map(({ start, leadEnd }) => widthOf(text, start, leadEnd)));
    for (const line of run) gaps.set(line.leadEnd, widest - widthOf(text, line.start, line.leadEnd) + 1);
  }
  for (const run of runsOf(lines, ({ remark }) => remark !== null)) {
    const widths = run.map((line) => codeWidth(text, line, gaps));
    const widest = Math.max(...widths);
    for (const [index, line] of run.entries()) gaps.set(codeEnd(line), widest - (widths[index] ?? 0) + 1);
  }
  return gaps;
}

/** Neighbouring lines that all have a cell. */
function runsOf(lines: readonly (Line | null)[], hasCell: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of [...lines, null]) {
    if (line !== null && hasCell(line)) run.push(line);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

function codeEnd({ leadEnd, assignment }: Line): number {
  return assignment === null ? leadEnd : assignment.end;
}

function codeWidth(text: string, { start, leadEnd, assignment }: Line, gaps: ReadonlyMap<number, number>): number {
  const lead = widthOf(text, start, leadEnd);
  return assignment === null ? lead : lead + (gaps.get(leadEnd) ?? 1) + widthOf(text, assignment.start, assignment.end);
}

function widthOf(text: string, start: number, end: number): number {
  return [...text.slice(start, end)].length;
}

/** The text with so many spaces at each offset as are asked for. */
function withGaps(text: string, gaps: ReadonlyMap<number, number>): string {
  let result = '';
  let offset = 0;
  for (const [at, width] of [...gaps].sort(([one], [other]) => one - other)) {
    result += text.slice(offset, at) + ' '.repeat(width);
    offset = at;
    while (text[offset] === ' ' || text[offset] === '\t') offset += 1;
  }
  return result + text.slice(offset);
}

/** Cuts a text into the lines that the formatter aligns; null for one that it leaves alone. */
class LineReader {
  readonly #text: string;
  /** Where no `=` and no bracket counts: strings and comments, by their start. */
  readonly #opaque: ReadonlyMap<number, Range>;
  /** Stretches of which no line is aligned but the one that they begin on. */
  readonly #closed: readonly (Range & { readonly isHeredoc: boolean })[];
  readonly #remarks: ReadonlyMap<number, Range>;

  constructor(text: string, tree: Tree) {
    this.#text = text;
    const opaque: (Range & { readonly isHeredoc: boolean })[] = tree.comments
      .filter(({ style }) => style === '/*')
      .map(({ start, end }) => ({ start, end, isHeredoc: false }));
    visit(tree.body, (node: Node) => {
      if (node.kind !== 'Template') return true;
      opaque.push({ start: node.start, end: node.end, isHeredoc: node.form === 'heredoc' });
      return false;
    });
    this.#opaque = new Map(opaque.map((range) => [range.start, range]));
    this.#closed = opaque.filter(({ start, end }) => text.slice(start, end).includes('\n'));
    const remarks = tree.comments.filter(({ style }) => style !== '/*');
    this.#remarks = new Map(remarks.map(({ start, end }) => [start, { start, end }]));
  }

  read(): (Line | null)[] {
    const closed = this.#closed.toSorted((one, other) => one.start - other.start);
    const lines: (Line | null)[] = [];
    let inside = 0;
    let start = 0;
    for (const content of this.#text.split('\n')) {
      while (closed[inside] !== undefined && (closed[inside]?.end ?? 0) < start) inside += 1;
      const around = closed[inside];
      const isInside = around !== undefined && around.start < start && start <= around.end;
      // A heredoc is all of one line to the formatter.
      if (!isInside) lines.push(this.#line(start, start + content.replace(/\r$/, '').length));
      else if (!around.isHeredoc) lines.push(null);
      start += content.length + 1;
    }
    return lines;
  }

  #line(start: number, end: number): Line | null {
    let equals = -1;
    let depth = 0;
    let codeStart = -1;
    let lastCode = start;
    let remark: Range | null = null;
    for (let offset = start; offset < end; offset += 1) {
      const character = this.#text.charAt(offset);
      if (character === ' ' || character === '\t') continue;
      remark = this.#remarks.get(offset) ?? null;
      if (remark !== null) break;
      if (codeStart === -1) codeStart = offset;
      const opaque = this.#opaque.get(offset);
      if (opaque !== undefined) offset = Math.min(opaque.end, end) - 1;
      else if (equals === -1 && offset > codeStart && this.#isAssignment(offset)) equals = offset;
      else if (equals !== -1) depth += bracketChange(character);
      lastCode = offset + 1;
    }
    if (codeStart === -1) return null;
    const assignment = equals !== -1 && depth === 0 ? { start: equals, end: lastCode } : null;
    const leadEnd = assignment === null ? lastCode : this.#trimmed(start, equals);
    const loneEquals = assignment === null && equals !== -1 ? this.#trimmed(start, equals) : null;
    if (assignment === null && remark === null && loneEquals === null) return null;
    return { start, leadEnd, assignment, loneEquals, remark };
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

function bracketChange(character: string): number {
  if (character === '{' || character === '[' || character === '(') return 1;
  return character === '}' || character === ']' || character === ')' ? -1 : 0;
}
