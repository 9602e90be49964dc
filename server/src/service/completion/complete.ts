import type { Module } from '../../module/module.ts';
import { isEachValue, referenceCursor } from '../cursor/block/attributeCursor.ts';
import type { ArgumentValueCursor } from '../cursor/block/blockCursor.ts';
import { topLevelSlot } from '../cursor/block/topLevelCursor.ts';
import type { LocatedCursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor.ts';
import { expressionCursor } from '../cursor/language/expressionCursor.ts';
import type { Point } from '../cursor/point.ts';
import { wordAround } from '../cursor/point.ts';
import { commentAt, pointIn } from '../cursor/pointIn.ts';
import type { InsidePolicy, PolicyValueCursor } from '../cursor/policy/policyCursor.ts';
import { accessItems } from './access/accessItems.ts';
import { argumentNameItems } from './arguments/argumentNames.ts';
import { argumentValueItems } from './arguments/argumentValues.ts';
import { addressNameItems, attributeItems } from './arguments/attributeNames.ts';
import { dynamicLabelItems, resourceTypeItems } from './arguments/resourceTypes.ts';
import type { CompletionItem, Draft } from './items/completionItem.ts';
import { inOrder } from './items/completionItem.ts';
import { keywordItems, languageArgumentItems } from './language/blockItems.ts';
import { expressionItems } from './language/expressionItems.ts';
import { documentKeyItems, documentValueItems } from './policy/documentItems.ts';
import { takenByModule } from './policy/moduleRules.ts';
import { policyKeyItems } from './policy/policyKeys.ts';
import { policyValueItems } from './policy/policyValues.ts';
import { tagItems } from './policy/tagItems.ts';
import { repositoryPlaceItems } from './repositories/repositoryAddresses.ts';
import { ruleIdItems } from './ruleIdItems.ts';
import { filterSnippets, ruleSnippets, topLevelSnippets } from './snippets/snippetItems.ts';

export interface CompletionRequest {
  readonly module: Module;
  readonly uri: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
  /** False when another extension completes names of arguments, blocks and resource types itself. */
  readonly offersArguments: boolean;
  /** True when the editor asks automatically because a character was typed that may begin a value. */
  readonly isUnasked?: boolean;
  /** The ids of the rules that the file's problems have. */
  readonly told?: () => readonly string[];
}

/** The possible texts at an offset, the most likely first; empty when there are none. */
export function complete(request: CompletionRequest): CompletionItem[] {
  const { module, uri, offset, offersArguments } = request;
  const point = pointIn(module, uri, offset);
  const comment = point === null ? null : commentAt(point);
  if (point !== null && comment !== null) return inOrder(ruleIdItems(point, comment, new Set(request.told?.())));
  const slot = point === null ? null : topLevelSlot(point);
  if (point !== null && slot !== null)
    return inOrder([...(offersArguments ? keywordItems(point, slot) : []), ...topLevelSnippets(point, slot)]);
  const located = cursorAt(module, uri, offset);
  const drafts = located === null ? [] : draftsOfEcr(located, offersArguments);
  const isLanguage = point !== null && offersArguments && isBesides(point, drafts);
  return inOrder(isLanguage ? [...drafts, ...languageItems(point, request)] : drafts);
}

/** True when nothing of ECR matches the typed text, so that the rest of the language is offered. */
function isBesides({ text, offset }: Point, drafts: readonly Draft[]): boolean {
  const typed = text.slice(wordAround(text, offset).start, offset).toLowerCase();
  if (drafts.length === 0) return true;
  const fits = ({ label, filterText = label }: Draft) => filterText.toLowerCase().includes(typed);
  return typed !== '' && !drafts.some(fits);
}

/** What Terraform's language allows there, whatever the block is for. */
function languageItems(point: Point, { isUnasked }: CompletionRequest): Draft[] {
  const inBlock = languageArgumentItems(point);
  if (inBlock.length > 0) return inBlock;
  const cursor = expressionCursor(point);
  // A list of everything must not open automatically after each character.
  const isQuiet = cursor?.path === null && cursor.slot.start === point.offset && isUnasked === true;
  return cursor === null || isQuiet ? [] : expressionItems(point, cursor);
}

function draftsOfEcr(located: LocatedCursor, offersArguments: boolean): Draft[] {
  const readings = located.cursor.kind === 'argument-value' ? readingsOf(located, located.cursor) : [located];
  const [drafts = []] = readings
    .map((reading) => draftsAt(reading, offersArguments))
    .filter(({ length }) => length > 0);
  return drafts;
}

/** A value as its argument takes it, and as a reference; first as the reference if that has a root of its own. */
function readingsOf(located: LocatedCursor, { attribute: { value } }: ArgumentValueCursor): LocatedCursor[] {
  const cursor = referenceCursor(located.point);
  if (cursor === null) return [located];
  const reference = { point: located.point, cursor };
  return value.kind === 'AttributeAccess' && isEachValue(value.object) ? [reference, located] : [located, reference];
}

function draftsAt({ point, cursor }: LocatedCursor, offersArguments: boolean): Draft[] {
  switch (cursor.kind) {
    case 'policy-key':
      return withCommaBefore(takenByModule(point, policyKeyItems(point, cursor)), point, cursor);
    case 'policy-value':
      return withCommaBefore(
        takenByModule(point, [...ruleSnippetsAt(point, cursor), ...policyValueItems(point, cursor)]),
        point,
        cursor,
      );
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
