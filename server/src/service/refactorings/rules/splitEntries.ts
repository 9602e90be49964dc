import type { PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import { makeRoom } from '../../../ecr/documents/lifecycle/claims/priorities.ts';
import { splitChanges, whyNotSplit } from '../../../ecr/documents/lifecycle/claims/splitList.ts';
import type { TagListKey } from '../../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { splitTitle, TAG_LIST_KEYS } from '../../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOfOneRule } from '../../../ecr/documents/lifecycle/refusals/ofOneRule.ts';
import { refusalSentence } from '../../../ecr/documents/lifecycle/refusals/refusalSentence.ts';
import type { SourceRange } from '../../../ecr/documents/spelling/editSite.ts';
import { itemTextsOf } from '../../../ecr/documents/spelling/itemTexts.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import { inDocumentWords } from '../../../facts/lifecycle/policyDocument.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { PART_OF_LIST, prioritiesOf, WRITTEN_ELSEWHERE } from './freePriorities.ts';
import type { RulesSpot } from './rulesTarget.ts';
import { isWrittenInList } from './rulesTarget.ts';

const COMPUTED = 'The rule or its list is computed, so there is no text to copy.';

/**
 * Writes one rule for each entry of a tag list, whose entries mean AND: the only refactoring that changes a rule's
 * meaning.
 */
export const splitEntries: Refactoring = {
  id: 'split-entries',
  kind: 'refactor.rewrite',
  offers({ rules }) {
    const rule = rules?.current ?? null;
    const key = rule && tagListOf(rule);
    if (rules === null || rule === null || key === null) return [];
    const list = rule[key];
    if (list.state !== 'known' || list.node.open || list.value.length < 2) return [];
    const title = titleIn(rules, key);
    const refusal = refusalOf(rules, rule, key);
    return refusal === null ? [splitAt(rules, rule, key)] : [refused(title, refusal)];
  },
};

/** The title in the words of the text, like the check's fix. */
function titleIn({ list }: RulesSpot, key: TagListKey): string {
  const title = splitTitle(key);
  return list.origin.spelling === 'blocks' ? inDocumentWords(title) : title;
}

/** The only list of a rule for tagged images. */
function tagListOf(rule: PolicyRule): TagListKey | null {
  if (rule.tagStatus.state !== 'known' || rule.tagStatus.value !== 'tagged') return null;
  const present = TAG_LIST_KEYS.filter((key) => rule[key].state !== 'absent');
  return present.length === 1 ? (present[0] ?? null) : null;
}

/** Why the rules to add could not coexist with the others. */
function refusalOf({ rules, isWhole }: RulesSpot, rule: PolicyRule, key: TagListKey): string | null {
  if (!isWhole) return PART_OF_LIST;
  const mistake = mistakeIn(rule);
  if (mistake !== null) return `Each new rule would repeat what is wrong in this one. ${mistake}`;
  const priorities = prioritiesOf(rules);
  if (priorities === null) return 'The priority of a rule is not known.';
  if (new Set(priorities).size < priorities.length) return 'Two rules have the same priority.';
  return whyNotSplit(rules, rule, key);
}

/** The mistakes of a single rule, as a sentence. */
function mistakeIn(rule: PolicyRule): string | null {
  const [refusal] = refusalsOfOneRule(rule);
  if (refusal !== undefined) return refusalSentence(refusal);
  const repeated = [rule.object, rule.selection, rule.action]
    .flatMap((object) => (object === null ? [] : repeatedKeys(object)))
    .at(0);
  return repeated === undefined ? null : `${repeated} is written twice.`;
}

function repeatedKeys({ members }: PolicyObject): string[] {
  const keys = members.map(({ key }) => key);
  return keys.filter((key, index) => keys.indexOf(key) < index);
}

function splitAt(target: RulesSpot, rule: PolicyRule, key: TagListKey): Offer {
  const title = titleIn(target, key);
  const list = rule[key];
  const { rules, list: rulesList } = target;
  const texts = itemTextsOf(rulesList);
  const entries = list.state === 'known' ? itemTextsOf(list.node) : null;
  const { rulePriority } = rule;
  const index = rules.indexOf(rule);
  const item = texts?.items[index];
  const isHere = ({ source, start, end }: SourceRange) =>
    source.piece === texts?.source.piece && item !== undefined && item.start <= start && end <= item.end;
  const brackets = entries?.sequence && { start: entries.sequence.open.start, end: entries.sequence.close.end };
  if (texts === null || entries === null || !brackets || rulePriority.state !== 'known')
    return refused(title, COMPUTED);
  const { place } = rulePriority.node;
  if (!isHere({ ...brackets, source: entries.source }) || !isHere({ ...place, source: place }))
    return refused(title, 'The list or the priority is not written in the rule.');
  if (treeOfPiece(texts.source.piece).comments.some(({ start, end }) => brackets.start <= start && end <= brackets.end))
    return refused(title, 'There are comments in the list, which would be lost.');
  const moves = makeRoom(rules, rulePriority.value, entries.items.length - 1);
  const moved = rules.filter((other) =>
    moves.some((move) => move.kind === 'replace-value' && isPriorityOf(other, move.node)),
  );
  if (moved.some((other) => !isPriorityWritten(target, other))) return refused(title, WRITTEN_ELSEWHERE);
  if (writeChanges(moves) === null)
    return refused(title, 'The priority of a later rule is computed and cannot be moved up.');
  const changes = splitChanges(rulesList, rules, rule, key);
  const edits = changes && writeChanges(changes);
  if (edits === null) return refused(title, COMPUTED);
  return offered(title, () => [...edits]);
}

function isPriorityOf({ rulePriority }: PolicyRule, node: PolicyNode): boolean {
  return rulePriority.state === 'known' && rulePriority.node === node;
}

function isPriorityWritten(target: RulesSpot, rule: PolicyRule): boolean {
  return rule.rulePriority.state === 'known' && isWrittenInList(target, rule, rule.rulePriority.node.place);
}
