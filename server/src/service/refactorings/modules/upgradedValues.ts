import type { Change } from '../../../ecr/edits/change.ts';
import type { ModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { argumentOf } from '../../../ecr/modules/moduleCall.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import { append } from '../../../syntax/arrays.ts';
import { indentationAt, lineEnd, lineStart, newlineOf, nextLineStart } from '../../../syntax/edit/lines.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Attribute, Expression, ObjectExpression, ObjectItem, Range } from '../../../syntax/tree/tree.ts';

/**
 * Scan rules with a text `filter` and a separate `filter_type`, converted to rules whose `filter` is a list of both;
 * null when the rules are not written out.
 */
export function widenedScanRules(source: PieceInFile, rules: Expression): Change[] | null {
  if (rules.kind !== 'TupleExpression') return null;
  const changes: Change[] = [];
  for (const rule of rules.items) {
    const widened = rule.kind === 'ObjectExpression' ? widenedRule(source, rule) : null;
    if (widened === null) return null;
    append(changes, widened);
  }
  return changes;
}

function widenedRule(source: PieceInFile, rule: ObjectExpression): Change[] | null {
  const [filter, type] = ['filter', 'filter_type'].map((key) => rule.items.find((item) => keyOf(item) === key));
  if (filter === undefined) return null;
  if (filter.value.kind === 'TupleExpression') return [];
  const textAt = ({ start, end }: Range) => source.piece.text.slice(start, end);
  const typeText = type === undefined ? '"WILDCARD"' : textAt(type.value);
  const text = `[{ filter = ${textAt(filter.value)}, filter_type = ${typeText} }]`;
  const removed = type === undefined ? [] : [replaced(source, rangeOf(source, rule, type), '')];
  return [replaced(source, filter.value, text), ...removed];
}

/** The renamed keys of the objects in a map. */
export function renamedKeys(source: PieceInFile, map: Expression, renamed: Readonly<Record<string, string>>): Change[] {
  if (map.kind !== 'ObjectExpression') return [];
  return map.items.flatMap(({ value }) =>
    value.kind !== 'ObjectExpression'
      ? []
      : value.items.flatMap((item) => {
          const now = lookUp(renamed, keyOf(item));
          return now === undefined ? [] : [replaced(source, item.key, now)];
        }),
  );
}

/**
 * An argument with an object becomes one argument for each of its keys; a sentence when the object is not written out,
 * has another key, or one of them is an argument already.
 */
export function spreadArgument(
  call: ModuleCall,
  { name, value, start, end }: Attribute,
  keys: readonly string[],
  version: string,
): Change[] | string {
  const { source } = call.declaration;
  const { text } = source.piece;
  const lines: string[] = [];
  if (value.kind !== 'ObjectExpression')
    return `${name.text} is ${keys.join(' and ')} in ${version}, and its value is not written out here.`;
  for (const item of value.items) {
    const key = keyOf(item);
    if (!keys.includes(key)) return `Release ${version} takes no ${key} of ${name.text}.`;
    if (argumentOf(call, key) !== undefined) return `${name.text} is ${key} in ${version}, and both are written.`;
    lines.push(`${key} = ${text.slice(item.value.start, item.value.end)}`);
  }
  const isCommented = treeOfPiece(source.piece).comments.some(
    (comment) => start <= comment.start && comment.end <= end,
  );
  if (isCommented) return `${name.text} is ${keys.join(' and ')} in ${version}, and comments in it would be lost.`;
  if (lines.length === 0) return `${name.text} is ${keys.join(' and ')} in ${version}, and is empty here.`;
  return [replaced(source, { start, end }, lines.join(`${newlineOf(text)}${indentationAt(text, start)}`))];
}

function keyOf({ key }: ObjectItem): string {
  return key.kind === 'Variable' ? key.name.text : (literalText(key) ?? '');
}

function replaced(source: PieceInFile, range: Range, text: string): Change {
  return { kind: 'replace-text', place: placeOf(source, range), text };
}

/** An item with its line if nothing else is on it, else with its separating comma. */
function rangeOf({ piece: { text } }: PieceInFile, { items }: ObjectExpression, item: ObjectItem): Range {
  const end = item.comma?.end ?? item.end;
  const line = { start: lineStart(text, item.start), end: lineEnd(text, end) };
  const rest = text.slice(line.start, item.start) + text.slice(end, line.end);
  if (rest.trim() === '') return { start: line.start, end: nextLineStart(text, end) };
  const at = items.indexOf(item);
  const [before, after] = [items[at - 1], items[at + 1]];
  if (after !== undefined) return { start: item.start, end: after.start };
  return { start: before?.value.end ?? item.start, end };
}
