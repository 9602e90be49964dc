import type { PieceInFile } from '../tree/place.ts';
import { placeOf } from '../tree/place.ts';
import type { Block, BodyItem, Range } from '../tree/tree.ts';
import { renameItem, writeArgument } from './argumentEdits.ts';
import type { BlockChange } from './blockChange.ts';
import { indentationAt, indentFollowingLines, isBlank, lineEnd, lineStart, newlineOf, nextLineStart } from './lines.ts';
import { printBlock } from './print.ts';
import type { SourceEdit } from './sourceEdit.ts';
import type { BlockTerm } from './term.ts';

const STEP = '  ';

/** The edits for a change of blocks and arguments, or null when the block's layout has no room for them. */
export function writeBlockChange(change: BlockChange): readonly SourceEdit[] | null {
  switch (change.kind) {
    case 'set-argument':
      return writeArgument(change.declaration, change.name, change.term);
    case 'remove-argument':
      return [removeItem(change.source, change.attribute)];
    case 'rename-item':
      return renameItem(change.source, change.body, change.item, change.name);
    case 'add-nested-block':
      return addNestedBlock(change.declaration.source, change.declaration.block, change.block);
    case 'add-nested-blocks-after':
      return [addNestedBlocksAfter(change.source, change.after, change.blocks)];
    case 'split-nested-block':
      return splitNestedBlock(change.source, change.block, change.item);
    case 'remove-nested-block':
      return [removeItem(change.declaration.source, change.block)];
    case 'add-block':
      return [addBlock(change.declaration.source, change.declaration.block, change.block)];
    case 'remove-labels':
      return [removeLabels(change.declaration.source, change.declaration.block)];
  }
}

/** Adds a block at the end of another; null when the layout has no room for it. */
function addNestedBlock(source: PieceInFile, block: Block, nested: BlockTerm): readonly SourceEdit[] | null {
  const { text } = source.piece;
  const { open, close, body } = block;
  if (open === null || close === null) return null;
  const newline = newlineOf(text);
  const outer = indentationAt(text, block.start);
  const printed = indentFollowingLines(printBlock(nested), outer + STEP, newline);
  const last = body.items.at(-1);
  if (last === undefined && isBlank(text, open.end, close.start)) {
    const range = { start: open.end, end: close.start };
    return [{ place: placeOf(source, range), text: `${newline}${outer}${STEP}${printed}${newline}${outer}` }];
  }
  const isOneLine = !text.slice(open.end, close.start).includes('\n');
  if (isOneLine) return null;
  const at = lineStart(text, close.start);
  if (!isBlank(text, at, close.start)) return null;
  const gap = last === undefined ? '' : newline;
  return [{ place: placeOf(source, { start: at, end: at }), text: `${gap}${outer}${STEP}${printed}${newline}` }];
}

/** Removes a block or an argument, with its lines and the blank one before them. */
export function removeItem(source: PieceInFile, item: Range): SourceEdit {
  const { text } = source.piece;
  const lines: Range = { start: lineStart(text, item.start), end: nextLineStart(text, item.end) };
  const ownsLines = isBlank(text, lines.start, item.start) && isBlank(text, item.end, lineEnd(text, item.end));
  if (!ownsLines) return { place: placeOf(source, item), text: '' };
  const previousLine = lineStart(text, Math.max(0, lines.start - 1));
  const followsBlankLine = lines.start > 0 && isBlank(text, previousLine, lines.start);
  return { place: placeOf(source, { start: followsBlankLine ? previousLine : lines.start, end: lines.end }), text: '' };
}

/** Adds blocks directly after a similar one, with its indentation. */
function addNestedBlocksAfter(source: PieceInFile, after: Block, blocks: readonly BlockTerm[]): SourceEdit {
  const { text } = source.piece;
  const newline = newlineOf(text);
  const indentation = indentationAt(text, after.start);
  const at = lineEnd(text, after.end);
  const printed = blocks.map(
    (block) => `${newline}${newline}${indentation}${indentFollowingLines(printBlock(block), indentation, newline)}`,
  );
  return { place: placeOf(source, { start: at, end: at }), text: printed.join('') };
}

/** Null for an item that does not begin a line, and for the first one, before which nothing can be split off. */
function splitNestedBlock(source: PieceInFile, block: Block, item: BodyItem): readonly SourceEdit[] | null {
  const { text } = source.piece;
  const { open, body } = block;
  const previous = body.items[body.items.indexOf(item) - 1];
  if (open === null || previous === undefined || !isBlank(text, lineStart(text, item.start), item.start)) return null;
  const start = lineEnd(text, previous.end);
  let end = start;
  for (let next = nextLineStart(text, end); isBlank(text, next, lineEnd(text, next)); next = nextLineStart(text, end)) {
    end = lineEnd(text, next);
  }
  const [newline, indentation] = [newlineOf(text), indentationAt(text, block.start)];
  const header = text.slice(block.start, open.end);
  const between = `${newline}${indentation}}${newline}${newline}${indentation}${header}`;
  return [{ place: placeOf(source, { start, end }), text: between }];
}

function removeLabels(source: PieceInFile, { type, labels }: Block): SourceEdit {
  return { place: placeOf(source, { start: type.end, end: labels.at(-1)?.end ?? type.end }), text: '' };
}

function addBlock(source: PieceInFile, after: Block, block: BlockTerm): SourceEdit {
  const { text } = source.piece;
  const newline = newlineOf(text);
  const at = lineEnd(text, after.end);
  const printed = indentFollowingLines(printBlock(block), '', newline);
  return { place: placeOf(source, { start: at, end: at }), text: `${newline}${newline}${printed}` };
}
