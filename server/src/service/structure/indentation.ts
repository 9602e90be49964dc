import type { Range } from '../../syntax/tree/tree.ts';

interface OpenLine extends Range {
  readonly indent: number;
}

/** The ranges that indentation shows: a line and the following lines that are indented further. */
export function indentedRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: OpenLine[] = [];
  let end = 0;
  const closeDownTo = (indent: number) => {
    for (let last = open.at(-1); last !== undefined && last.indent >= indent; last = open.at(-1)) {
      if (last.end < end) ranges.push({ start: last.start, end });
      open.pop();
    }
  };
  for (const { index, 0: line } of text.matchAll(/^[ \t]*\S.*$/gm)) {
    const indent = line.search(/\S/);
    closeDownTo(indent);
    end = index + line.length;
    open.push({ start: index, end, indent });
  }
  closeDownTo(0);
  return ranges.sort((one, other) => one.start - other.start);
}
