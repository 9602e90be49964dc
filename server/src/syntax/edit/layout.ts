import { largestOf } from '../arrays.ts';
import { readTree } from '../reader/read.ts';
import type { LayoutLine } from './layoutLines.ts';
import { LineReader } from './layoutLines.ts';

/**
 * The text of a file's piece with indentation, the spaces before `=` and those before comments at line ends as
 * `terraform fmt` writes them, and nothing else changed. An unreadable text is returned unchanged. Source:
 * hashicorp/hcl v2.23 `hclwrite/format.go`, `formatIndent` and `formatCells`. Read 2026-11-23.
 */
export function layOut(text: string): string {
  const tree = readTree(text);
  if (tree.errors.length > 0) return text;
  const reader = new LineReader(text, tree);
  const lines = reader.read();
  const lone = lines.flatMap(({ loneEquals }) => (loneEquals === null ? [] : [[loneEquals, 1] as const]));
  const closed = withGaps(text, new Map([...(reader.isOdd ? [] : indentation(lines)), ...lone]));
  return closed === text ? withGaps(text, cellGaps(text, lines)) : layOut(closed);
}

/**
 * The number of spaces with which the formatter begins each line: one step for each line that opens more than it
 * closes.
 */
function indentation(lines: readonly LayoutLine[]): Map<number, number> {
  const opened: number[] = [];
  const gaps = new Map<number, number>();
  for (const { start, codeStart, depth } of lines) {
    if (codeStart === null) {
      gaps.set(start, 0);
      continue;
    }
    let left = Math.max(0, -depth);
    while (left > 0 && opened.length > 0) {
      const last = opened.pop() ?? 0;
      if (last > left) opened.push(last - left);
      left = Math.max(0, left - last);
    }
    gaps.set(start, 2 * opened.length);
    if (depth > 0) opened.push(depth);
  }
  return gaps;
}

/** The number of spaces that the formatter writes before `=` and before comments. */
function cellGaps(text: string, lines: readonly LayoutLine[]): Map<number, number> {
  const gaps = new Map<number, number>();
  for (const run of runsOf(lines, ({ assignment }) => assignment !== null)) {
    const widest = largestOf(run.map(({ start, leadEnd }) => widthOf(text, start, leadEnd)));
    for (const line of run) gaps.set(line.leadEnd, widest - widthOf(text, line.start, line.leadEnd) + 1);
  }
  for (const run of runsOf(lines, ({ remark }) => remark !== null)) {
    const widths = run.map((line) => codeWidth(text, line, gaps));
    const widest = largestOf(widths);
    for (const [index, line] of run.entries()) gaps.set(codeEnd(line), widest - (widths[index] ?? 0) + 1);
  }
  return gaps;
}

/** Neighboring lines that all have a cell. */
function runsOf(lines: readonly LayoutLine[], hasCell: (line: LayoutLine) => boolean): LayoutLine[][] {
  const runs: LayoutLine[][] = [];
  let run: LayoutLine[] = [];
  for (const line of lines) {
    if (hasCell(line)) run.push(line);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function codeEnd({ leadEnd, assignment }: LayoutLine): number {
  return assignment === null ? leadEnd : assignment.end;
}

function codeWidth(
  text: string,
  { start, leadEnd, assignment }: LayoutLine,
  gaps: ReadonlyMap<number, number>,
): number {
  const lead = widthOf(text, start, leadEnd);
  return assignment === null ? lead : lead + (gaps.get(leadEnd) ?? 1) + widthOf(text, assignment.start, assignment.end);
}

function widthOf(text: string, start: number, end: number): number {
  return [...text.slice(start, end)].length;
}

/** The text with the requested number of spaces at each offset. */
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
