import type { PolicyNode } from '../../../ecr/documents/documentNodes.ts';
import { makeRoom } from '../../../ecr/documents/lifecycle/claims/priorities.ts';
import type { TagListKey } from '../../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { entriesOf, splitTitle, TAG_LIST_KEYS } from '../../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';
import { storageClassOf } from '../../../ecr/documents/lifecycle/policyRule.ts';
import type { ListField } from '../../../ecr/documents/lifecycle/ruleFields.ts';
import type { RuleTexts } from '../../../ecr/documents/lifecycle/ruleTexts.ts';
import { editedText, insertRuleTexts, ruleTextsOf } from '../../../ecr/documents/lifecycle/ruleTexts.ts';
import type { SourceRange } from '../../../ecr/documents/spelling/editSite.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import { POLICY_LIMITS } from '../../../facts/lifecycle/policyLimits.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Range } from '../../../syntax/tree/tree.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { PART_OF_LIST, prioritiesOf, WRITTEN_ELSEWHERE } from './freePriorities.ts';
import type { RulesSpot } from './rulesTarget.ts';
import { isWrittenInList } from './rulesTarget.ts';

/** Writes one rule for each entry of a tag list, whose entries mean AND: the one refactoring of a rule's meaning. */
export const splitEntries: Refactoring = {
  id: 'split-entries',
  kind: 'refactor.rewrite',
  offers({ rules }) {
    const rule = rules?.current ?? null;
    const key = rule && tagListOf(rule);
    if (rules === null || rule === null || key === null) return [];
    const list = rule[key];
    if (list.state !== 'known' || list.node.open || list.value.length < 2) return [];
    const title = splitTitle(key);
    const refusal = refusalOf(rules, rule, key);
    return refusal === null ? [splitAt(rules, rule, list, title)] : [refused(title, refusal)];
  },
};

/** The one list of a rule for tagged images. */
function tagListOf(rule: PolicyRule): TagListKey | null {
  if (rule.tagStatus.state !== 'known' || rule.tagStatus.value !== 'tagged') return null;
  const present = TAG_LIST_KEYS.filter((key) => rule[key].state !== 'absent');
  return present.length === 1 ? (present[0] ?? null) : null;
}

/** Why the rules that would come could not stand beside the others. */
function refusalOf({ rules, isWhole }: RulesSpot, rule: PolicyRule, key: TagListKey): string | null {
  if (!isWhole) return PART_OF_LIST;
  const priorities = prioritiesOf(rules);
  if (priorities === null) return 'The priority of a rule is not known.';
  if (new Set(priorities).size < priorities.length) return 'Two rules have the same priority.';
  const texts = entriesOf(rule[key]).map(({ text }) => text);
  if (new Set(texts).size < texts.length) return 'The list has an entry twice.';
  const count = rules.length + (rule[key].state === 'known' ? rule[key].value.length : 0) - 1;
  if (count > POLICY_LIMITS.rules) return `There would be ${count} rules; AWS takes ${POLICY_LIMITS.rules}.`;
  const others = rules.filter((other) => other !== rule && storageClassOf(other) === storageClassOf(rule));
  const taken = others.flatMap((other) => {
    const entries = entriesOf(other[key]).map(({ text }) => text);
    return entries.length === 1 ? entries : [];
  });
  const repeated = texts.find((text) => taken.includes(text));
  return repeated === undefined ? null : `Another rule has the list ["${repeated}"] already; AWS takes each list once.`;
}

function splitAt(target: RulesSpot, rule: PolicyRule, list: ListField, title: string): Offer {
  const { rules, list: rulesList } = target;
  const texts = ruleTextsOf(rulesList);
  const entries = list.state === 'known' ? ruleTextsOf(list.node) : null;
  const { rulePriority } = rule;
  const index = rules.indexOf(rule);
  const item = texts?.items[index];
  const isHere = ({ source, start, end }: SourceRange) =>
    source.piece === texts?.source.piece && item !== undefined && item.start <= start && end <= item.end;
  const brackets = entries?.sequence && { start: entries.sequence.open.start, end: entries.sequence.close.end };
  if (texts === null || entries === null || !brackets || rulePriority.state !== 'known')
    return refused(title, 'The rule or its list is computed and has no text of its own to copy.');
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
  const room = writeChanges(moves);
  if (room === null) return refused(title, 'The priority of a later rule is computed and cannot be moved up.');
  return offered(title, () => {
    const copies = copiesOf(texts, index, entries, brackets, rulePriority);
    const edits = [{ ...brackets, text: entryList(entries, 0) }, ...insertRuleTexts(texts, index, copies)];
    return [...room, ...edits.map((edit) => ({ place: placeOf(texts.source, edit), text: edit.text }))];
  });
}

function isPriorityOf({ rulePriority }: PolicyRule, node: PolicyNode): boolean {
  return rulePriority.state === 'known' && rulePriority.node === node;
}

function isPriorityWritten(target: RulesSpot, rule: PolicyRule): boolean {
  return rule.rulePriority.state === 'known' && isWrittenInList(target, rule, rule.rulePriority.node.place);
}

function copiesOf(
  { source, items }: RuleTexts,
  index: number,
  entries: RuleTexts,
  brackets: Range,
  priority: PolicyRule['rulePriority'] & { readonly state: 'known' },
): string[] {
  const item = items[index];
  if (item === undefined) return [];
  return entries.items.slice(1).map((_, position) => {
    const { start, end } = priority.node.place;
    const number = { start, end, text: String(priority.value + position + 1) };
    return editedText(source.piece.text, item, [number, { ...brackets, text: entryList(entries, position + 1) }]);
  });
}

/** A list of one of the entries, as it is written. */
function entryList({ source, items }: RuleTexts, index: number): string {
  const entry = items[index];
  return entry === undefined ? '[]' : `[${source.piece.text.slice(entry.start, entry.end)}]`;
}
