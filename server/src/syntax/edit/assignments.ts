import { largestOf } from '../arrays.ts';
import type { Range } from '../tree/tree.ts';
import { lineEnd, lineStart } from './lines.ts';
import type { TextEdit } from './listItems.ts';

/** `name = value` as an editor of text sees it: the name and the operator. */
export interface AssignmentSite extends Range {
  readonly name: Range;
  readonly operator: Range;
}

/** What aligning a new assignment requires: the width of its name, and changes of its neighbors. */
export interface Alignment {
  readonly nameWidth: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Fits a name of `width` into the run of one-line assignments around `index`, the assignment before it. Neighbors are
 * only moved when they were aligned before, as `terraform fmt` aligns them.
 */
export function alignInto(text: string, sites: readonly AssignmentSite[], index: number, width: number): Alignment {
  const run = runAround(text, sites, index);
  const widths = run.map(({ name }) => name.end - name.start);
  const columns = run.map(({ name, operator }) => operator.start - name.start);
  const widest = largestOf(widths, 0);
  const isAligned = run.length > 0 && columns.every((column) => column === widest + 1);
  if (!isAligned) return { nameWidth: width, edits: [] };
  if (width <= widest) return { nameWidth: widest, edits: [] };
  const edits = run.map(({ name, operator }, position) => ({
    start: name.end,
    end: operator.start,
    text: ' '.repeat(width - (widths[position] ?? 0) + 1),
  }));
  return { nameWidth: width, edits };
}

/**
 * The changes of the neighbors of the assignment at `index` when its name becomes `width` wide, or is removed (null),
 * so that they are aligned as before; `nameWidth` is the width to pad its own name to.
 */
export function alignAround(
  text: string,
  sites: readonly AssignmentSite[],
  index: number,
  width: number | null,
): Alignment {
  const own = sites[index];
  const run = runAround(text, sites, index);
  const columns = run.map(({ name, operator }) => operator.start - name.start);
  const widest = largestOf(
    run.map(({ name }) => name.end - name.start),
    0,
  );
  if (own === undefined || run.length < 2 || columns.some((column) => column !== widest + 1)) {
    return { nameWidth: width ?? 0, edits: [] };
  }
  const others = run.filter((site) => site !== own);
  const nameWidth = largestOf(
    others.map(({ name }) => name.end - name.start),
    width ?? 0,
  );
  const edits = others.map(({ name, operator }) => ({
    start: name.end,
    end: operator.start,
    text: ' '.repeat(nameWidth - (name.end - name.start) + 1),
  }));
  return { nameWidth, edits: nameWidth === widest ? [] : edits };
}

/** The one-line assignments on adjoining lines around `index`. */
function runAround(text: string, sites: readonly AssignmentSite[], index: number): AssignmentSite[] {
  const anchor = sites[index];
  if (anchor === undefined || !isOneLine(text, anchor)) return [];
  let first = index;
  let last = index;
  while (adjoins(text, sites[first - 1], sites[first])) first -= 1;
  while (adjoins(text, sites[last], sites[last + 1])) last += 1;
  return sites.slice(first, last + 1);
}

function adjoins(text: string, upper: AssignmentSite | undefined, lower: AssignmentSite | undefined): boolean {
  if (upper === undefined || lower === undefined || !isOneLine(text, upper) || !isOneLine(text, lower)) return false;
  return lineStart(text, lower.start) === text.indexOf('\n', lineEnd(text, upper.end)) + 1;
}

function isOneLine(text: string, site: AssignmentSite): boolean {
  return !text.slice(site.start, site.end).includes('\n');
}
