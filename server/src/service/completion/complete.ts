import type { Module } from '../../module/module.ts';
import { isEachValue, referenceCursor } from '../cursor/block/attributeCursor.ts';
import type { ArgumentValueCursor } from '../cursor/block/blockCursor.ts';
import { topLevelSlot } from '../cursor/block/topLevelCursor.ts';
import type { LocatedCursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor.ts';
import type { Point } from '../cursor/point.ts';
import { commentAt, pointIn } from '../cursor/pointIn.ts';
import type { InsidePolicy, PolicyValueCursor } from '../cursor/policy/policyCursor.ts';
import { accessItems } from './access/accessItems.ts';
import { argumentNameItems } from './arguments/argumentNames.ts';
import { argumentValueItems } from './arguments/argumentValues.ts';
import { addressNameItems, attributeItems } from './arguments/attributeNames.ts';
import { dynamicLabelItems, resourceTypeItems } from './arguments/resourceTypes.ts';
import type { CompletionItem, Draft } from './items/completionItem.ts';
import { inOrder } from './items/completionItem.ts';
import { documentKeyItems, documentValueItems } from './policy/documentItems.ts';
import { policyKeyItems } from './policy/policyKeys.ts';
import { policyValueItems } from './policy/policyValues.ts';
import { tagItems } from './policy/tagItems.ts';
import { repositoryPlaceItems } from './repositories/repositoryAddresses.ts';
import { filterSnippets, ruleSnippets, topLevelSnippets } from './snippets/snippetItems.ts';

export interface CompletionRequest {
  readonly module: Module;
  readonly uri: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
  /** False when another extension completes names of arguments, blocks and resource types itself. */
  readonly offersArguments: boolean;
}

/** What may be written at an offset, the likeliest first; empty where nothing of ECR can stand. */
export function complete({ module, uri, offset, offersArguments }: CompletionRequest): CompletionItem[] {
  const point = pointIn(module, uri, offset);
  const slot = point === null || commentAt(point) !== null ? null : topLevelSlot(point);
  if (point !== null && slot !== null) return inOrder(topLevelSnippets(point, slot));
  const located = cursorAt(module, uri, offset);
  if (located === null) return [];
  const readings = located.cursor.kind === 'argument-value' ? readingsOf(located, located.cursor) : [located];
  const [drafts = []] = readings
    .map((reading) => draftsAt(reading, offersArguments))
    .filter(({ length }) => length > 0);
  return inOrder(drafts);
}

/** A value as what its argument takes, and as a reference; first as the reference where that has a root of its own. */
function readingsOf(located: LocatedCursor, { attribute: { value } }: ArgumentValueCursor): LocatedCursor[] {
  const cursor = referenceCursor(located.point);
  if (cursor === null) return [located];
  const reference = { point: located.point, cursor };
  return value.kind === 'AttributeAccess' && isEachValue(value.object) ? [reference, located] : [located, reference];
}

function draftsAt({ point, cursor }: LocatedCursor, offersArguments: boolean): Draft[] {
  switch (cursor.kind) {
    case 'policy-key':
      return withCommaBefore(policyKeyItems(point, cursor), point, cursor);
    case 'policy-value':
      return withCommaBefore([...ruleSnippetsAt(point, cursor), ...policyValueItems(point, cursor)], point, cursor);
    case 'document-key':
      return withCommaBefore(documentKeyItems(point, cursor), point, cursor);
    case 'document-value':
      return withCommaBefore(documentValueItems(point, cursor), point, cursor);
    case 'access-part':
      return withCommaBefore(accessItems(point, cursor, offersArguments), point, cursor);
    case 'argument-value':
      return argumentValueItems(point, cursor);
    case 'argument-name':
      return [...(offersArguments ? argumentNameItems(point, cursor) : []), ...filterSnippets(point, cursor)];
    case 'type-label':
      return offersArguments ? resourceTypeItems(point, cursor) : [];
    case 'dynamic-label':
      return offersArguments ? dynamicLabelItems(point, cursor) : [];
    case 'attribute':
      return offersArguments ? attributeItems(point, cursor) : [];
    case 'address-name':
      return offersArguments ? addressNameItems(point, cursor) : [];
    case 'tag-list':
      return tagItems(point, cursor);
    case 'repository-place':
      return repositoryPlaceItems(point, cursor);
    case 'import-word':
    case 'name-label':
      return [];
  }
}

function ruleSnippetsAt(point: Point, cursor: PolicyValueCursor): Draft[] {
  const { shape } = cursor;
  return shape.kind === 'object' && shape.level === 'rule' ? ruleSnippets(point, cursor) : [];
}

function withCommaBefore(
  drafts: Draft[],
  { base }: Point,
  { commaBefore }: Pick<InsidePolicy, 'commaBefore'>,
): Draft[] {
  return commaBefore === null ? drafts : drafts.map((draft) => ({ ...draft, commaAt: base + commaBefore }));
}
