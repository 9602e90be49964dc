import { largestOf } from '../../../syntax/arrays.ts';
import { writeBlockChange } from '../../../syntax/edit/blockEdits.ts';
import { indentationAt, isBlank, lineEnd, lineStart, newlineOf } from '../../../syntax/edit/lines.ts';
import type { TextEdit } from '../../../syntax/edit/listItems.ts';
import { insertItem, removeItem } from '../../../syntax/edit/listItems.ts';
import type { SourceEdit } from '../../../syntax/edit/sourceEdit.ts';
import type { JsonValue } from '../../../syntax/edit/term.ts';
import { escapeFor } from '../../../syntax/tree/mappedText.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { DocumentChange, SpelledChange } from '../documentChange.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from '../documentNodes.ts';
import { orderOf } from '../vocabulary.ts';
import { blockChangesOf } from './blocks/writeEdits.ts';
import { copyItem, keepItem } from './copyEdits.ts';
import type { SpellingWriter } from './editSite.ts';
import { dedentedText } from './expressionText.ts';
import { hclWriter } from './hcl/writeEdits.ts';
import { jsonWriter } from './json/writeEdits.ts';

/** The edits that a change of a document's value requires in its spelling, or null when the value is computed. */
export function writeDocumentChange(change: DocumentChange): readonly SourceEdit[] | null {
  if (change.kind === 'keep-item') return keepItem(change.list, change.item);
  if (change.kind === 'copy-item') return copyItem(change.list, change.item, change.copies, writeDocumentChange);
  const { spelling } = change.kind === 'rename-key' ? change.member.origin : subjectOf(change).origin;
  return spelling === 'block' || spelling === 'blocks' ? writeInBlocks(change) : writeInText(change);
}

/** The node whose spelling decides how a change is written. */
function subjectOf(change: SpelledChange): PolicyNode {
  switch (change.kind) {
    case 'set-key':
    case 'remove-key':
      return change.object;
    case 'rename-key':
      return change.member.value;
    case 'move-key':
      return change.from;
    case 'replace-value':
      return change.node;
    case 'add-items':
    case 'remove-item':
    case 'split-item':
      return change.list;
  }
}

function writeInBlocks(change: SpelledChange): readonly SourceEdit[] | null {
  const edits = blockChangesOf(change)?.map(writeBlockChange) ?? [null];
  const written = edits.filter((edit) => edit !== null);
  return written.length === edits.length ? written.flat() : null;
}

function writeInText(change: SpelledChange): readonly SourceEdit[] | null {
  switch (change.kind) {
    case 'set-key': {
      const { object, key, value } = change;
      return insertMember(object, key, printFor(object, value, layoutIn(object, value)));
    }
    case 'remove-key':
      return removeMember(change.object, change.member);
    case 'rename-key':
      return renameKey(change.member, change.key);
    case 'move-key':
      return moveMember(change.from, change.member, change.to, change.key);
    case 'replace-value': {
      const range = writerOf(change.node).rangeOf(change.node);
      return range && [{ place: placeOf(range.source, range), text: printFor(change.node, change.value) }];
    }
    case 'add-items':
      return addItems(change.list, change.added, change.after);
    case 'remove-item':
      return removeListItem(change.list, change.item);
    case 'split-item':
      return splitItem(change.list, change.item, change.member);
  }
}

function writerOf({ origin }: PolicyNode): SpellingWriter {
  if (origin.spelling === 'hcl') return hclWriter;
  return origin.spelling === 'json' ? jsonWriter : COMPUTED;
}

/** A computed value cannot be edited at the place of its result. */
const COMPUTED: SpellingWriter = {
  rangeOf: () => null,
  rangeOfKey: () => null,
  printKey: (_member, key) => key,
  alignRenamed: () => [],
  printValue: (value) => JSON.stringify(value),
  container: () => null,
};

/** A value in the form required next to `node`. */
function printFor(node: PolicyNode, value: JsonValue, layout: 'lines' | 'inline' = 'inline'): string {
  const printed = writerOf(node).printValue(value, layout);
  return node.origin.spelling === 'json' ? escapeFor(node.origin.document.mapped, printed) : printed;
}

/** Objects and lists of objects get separate lines in an object with separate lines. */
function layoutIn(object: PolicyObject, value: JsonValue): 'lines' | 'inline' {
  const isFlat = typeof value !== 'object' || value === null || (Array.isArray(value) && typeof value[0] !== 'object');
  return !isFlat && textOf(object.place).includes('\n') ? 'lines' : 'inline';
}

function insertMember(object: PolicyObject, key: string, value: string): readonly SourceEdit[] | null {
  const site = writerOf(object).container(object);
  if (site === null) return null;
  const order = orderOf(object.vocabulary, key);
  // A key that the vocabulary does not know stays in place.
  const before = object.members.filter((member) => {
    const other = orderOf(object.vocabulary, member.key);
    return !Number.isFinite(other) || other < order;
  });
  const index = largestOf(
    before.map((member) => site.indexOf(member)),
    -1,
  );
  const { text, edits } = site.printMember(key, value, index);
  return located(site.source, [...edits, ...insertItem(site.sequence, index, text)]);
}

function removeMember(object: PolicyObject, member: PolicyMember): readonly SourceEdit[] | null {
  const site = writerOf(object).container(object);
  const index = site?.indexOf(member) ?? -1;
  if (site === null || index === -1) return null;
  return [...located(site.source, removeItem(site.sequence, index)), ...soft(site.source, site.alignWithout(index))];
}

function renameKey(member: PolicyMember, key: string): readonly SourceEdit[] | null {
  const writer = writerOf(member.value);
  if (writer.rangeOfKey(member) === null) return null;
  const { keyPlace: place } = member;
  const text = writer.printKey(member, key);
  return [{ place, text }, ...soft(place, writer.alignRenamed(member, text))];
}

/** Edits that only change spaces; other edits of the same fix take precedence. */
function soft(source: PieceInFile, edits: readonly TextEdit[]): SourceEdit[] {
  return located(source, edits).map((edit) => ({ ...edit, isSoft: true }));
}

function moveMember(
  from: PolicyObject,
  member: PolicyMember,
  to: PolicyObject,
  key: string,
): readonly SourceEdit[] | null {
  const removed = removeMember(from, member);
  const inserted = insertMember(to, key, dedentedText(member.value.place.piece.text, member.value.place));
  return removed === null || inserted === null ? null : [...removed, ...inserted];
}

function addItems(
  list: PolicyList,
  added: readonly JsonValue[],
  after: PolicyObject | undefined,
): readonly SourceEdit[] | null {
  const site = writerOf(list).container(list);
  if (site === null) return null;
  const { text, items, open, close } = site.sequence;
  const index = after === undefined ? items.length - 1 : list.items.indexOf(after);
  if (after !== undefined && index === -1) return null;
  const isInline = !text.slice(open.start, close.end).includes('\n');
  const model = items[index];
  const layout =
    isInline || (model !== undefined && !text.slice(model.start, model.end).includes('\n')) ? 'inline' : 'lines';
  const written = added.map((item) => printFor(list, item, layout)).join(isInline ? ', ' : ',\n');
  return located(site.source, insertItem(site.sequence, index, written));
}

function removeListItem(list: PolicyList, item: PolicyObject): readonly SourceEdit[] | null {
  const site = writerOf(list).container(list);
  const index = list.items.indexOf(item);
  return site === null || index === -1 ? null : located(site.source, removeItem(site.sequence, index));
}

/**
 * Written before the member, on a separate line if the member begins one; the comma before it is removed when it may
 * not stay.
 */
function splitItem(list: PolicyList, item: PolicyObject, member: PolicyMember): readonly SourceEdit[] | null {
  const around = writerOf(list).container(list);
  const site = writerOf(item).container(item);
  const index = site?.indexOf(member) ?? -1;
  const [previous, next] = [site?.sequence.items[index - 1], site?.sequence.items[index]];
  if (around === null || site === null || previous === undefined || next === undefined) return null;
  const { text, open, close, commaRequired } = site.sequence;
  const isInList =
    around.source.piece === site.source.piece && around.sequence.items.some(({ start }) => start === open.start);
  if (!isInList) return null;
  const comma = previous.comma === null || !commaRequired ? [] : [{ ...previous.comma, text: '' }];
  const end = previous.comma?.end ?? previous.end;
  if (!isBlank(text, lineStart(text, next.start), next.start)) {
    const isPadded = text[close.start - 1] === ' ';
    const between = isPadded ? ' }, { ' : '}, {';
    return located(site.source, [{ start: previous.end, end: next.start, text: between }]);
  }
  const [newline, indentation, at] = [newlineOf(text), indentationAt(text, open.start), lineEnd(text, end)];
  const written = `${newline}${indentation}},${newline}${indentation}{`;
  return located(site.source, [...comma, { start: at, end: at, text: written }]);
}

function located(source: PieceInFile, edits: readonly TextEdit[]): SourceEdit[] {
  return edits.map((edit) => ({ place: placeOf(source, edit), text: edit.text }));
}
