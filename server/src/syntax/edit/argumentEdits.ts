import { attributeOf, attributesOf } from '../tree/bodies.ts';
import type { PieceInFile } from '../tree/place.ts';
import { placeOf } from '../tree/place.ts';
import type { Attribute, Body, BodyItem } from '../tree/tree.ts';
import type { AssignmentSite } from './assignments.ts';
import { alignAround, alignInto } from './assignments.ts';
import { indentationAt, indentFollowingLines, isBlank, lineEnd, lineStart, newlineOf } from './lines.ts';
import { printTerm } from './print.ts';
import type { BlockInFile, SourceEdit } from './sourceEdit.ts';
import type { Term } from './term.ts';

const STEP = '  ';

/**
 * The edits that give an argument of a block a value: in place when it is written, else on a separate line after the
 * block's leading arguments. Null when the block's layout has no room for a line.
 */
export function writeArgument({ source, block }: BlockInFile, name: string, term: Term): SourceEdit[] | null {
  const { text } = source.piece;
  const written = attributeOf(block, name);
  if (written !== undefined) {
    return [{ place: placeOf(source, written.value), text: printTerm(term) }];
  }
  const { open, close } = block;
  if (open === null || close === null || !text.slice(open.end, close.start).includes('\n')) return null;
  const newline = newlineOf(text);
  const previous = lastLeadingAttribute(text, attributesOf(block.body), block.body.items);
  const inner = indentationAt(text, block.start) + STEP;
  const value = indentFollowingLines(printTerm(term), inner, newline);
  if (previous === undefined) {
    const at = lineEnd(text, open.end);
    return [{ place: placeOf(source, { start: at, end: at }), text: `${newline}${inner}${name} = ${value}` }];
  }
  const attributes = attributesOf(block.body);
  // A multi-line value stays outside the run of aligned lines above it.
  const { nameWidth, edits } = value.includes('\n')
    ? { nameWidth: name.length, edits: [] }
    : alignInto(text, attributes.map(siteOf), attributes.indexOf(previous), name.length);
  const indentation = text.slice(lineStart(text, previous.start), previous.start);
  const at = lineEnd(text, previous.end);
  return [
    ...edits.map((edit) => ({ place: placeOf(source, edit), text: edit.text })),
    {
      place: placeOf(source, { start: at, end: at }),
      text: `${newline}${indentation}${name.padEnd(nameWidth)} = ${value}`,
    },
  ];
}

/** The last one-line argument before the first nested block that has its own line. */
function lastLeadingAttribute(
  text: string,
  attributes: readonly Attribute[],
  items: readonly { readonly kind: string; readonly start: number }[],
): Attribute | undefined {
  const firstBlock = items.find(({ kind }) => kind === 'Block')?.start ?? Number.POSITIVE_INFINITY;
  return attributes.findLast(({ start }) => start < firstBlock && isBlank(text, lineStart(text, start), start));
}

/** The edits that rename an argument or a block; aligned neighbors stay aligned. */
export function renameItem(source: PieceInFile, body: Body, item: BodyItem, name: string): SourceEdit[] {
  if (item.kind === 'Block') return [{ place: placeOf(source, item.type), text: name }];
  const attributes = body.items.filter((other): other is Attribute => other.kind === 'Attribute');
  const { text } = source.piece;
  const { nameWidth, edits } = alignAround(text, attributes.map(siteOf), attributes.indexOf(item), name.length);
  const range = { start: item.name.start, end: item.equals.start };
  return [
    ...edits
      .filter(({ start }) => start !== item.name.end)
      .map((edit) => ({ place: placeOf(source, edit), text: edit.text })),
    { place: placeOf(source, range), text: `${name.padEnd(nameWidth)} ` },
  ];
}

function siteOf({ start, end, name, equals }: Attribute): AssignmentSite {
  return { start, end, name, operator: equals };
}
