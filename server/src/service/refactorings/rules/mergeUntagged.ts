import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';
import { storageClassOf } from '../../../ecr/documents/lifecycle/policyRule.ts';
import type { Field } from '../../../ecr/documents/lifecycle/ruleFields.ts';
import { firstCommentAbove, itemTextsOf } from '../../../ecr/documents/spelling/itemTexts.ts';
import type { Change } from '../../../ecr/edits/change.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import { lineEnd, lineStart } from '../../../syntax/edit/lines.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { RulesSpot } from './rulesTarget.ts';
import { isWrittenInList } from './rulesTarget.ts';

const TITLE = 'Merge the two rules for untagged images';

/**
 * Merges two rules for the untagged images of a storage class, of which AWS accepts only one. Offered when the first
 * rule acts on all images that the other one would: then the two together mean the first, in any interpretation.
 */
export const mergeUntagged: Refactoring = {
  id: 'merge-untagged',
  kind: 'refactor.rewrite',
  offers({ rules }) {
    const current = rules?.current ?? null;
    if (rules === null || current === null) return [];
    const storageClass = storageClassOf(current);
    const untagged = rules.rules.filter(
      (rule) => isKnown(rule.tagStatus, 'untagged') && storageClassOf(rule) === storageClass,
    );
    const [first, second] = untagged.toSorted((one, other) => numberOf(one) - numberOf(other));
    if (storageClass === null || !untagged.includes(current) || first === undefined || second === undefined) return [];
    return untagged.length === 2 && includes(first, second) ? [mergeInto(rules, first, second)] : [];
  },
};

function isKnown<T>(field: Field<T>, value: T): boolean {
  return field.state === 'known' && field.value === value;
}

function numberOf({ rulePriority }: PolicyRule): number {
  return rulePriority.state === 'known' ? rulePriority.value : Number.NaN;
}

/** True when the first rule comes before the second and acts at least on all images that the second one would. */
function includes(first: PolicyRule, second: PolicyRule): boolean {
  const [count, otherCount] = [first.countNumber, second.countNumber];
  const sameFields = (['countType', 'countUnit', 'actionType', 'targetStorageClass'] as const).every((name) => {
    const [one, other] = [first[name], second[name]];
    if (one.state === 'unknown' || other.state === 'unknown') return false;
    return one.state === 'known' ? isKnown(other, one.value) : other.state === 'absent';
  });
  const isFirst = numberOf(first) < numberOf(second);
  const isMore = count.state === 'known' && otherCount.state === 'known' && count.value <= otherCount.value;
  return isFirst && sameFields && isMore && first.countType.state === 'known' && first.actionType.state === 'known';
}

function mergeInto({ list, rules }: RulesSpot, first: PolicyRule, second: PolicyRule): Offer {
  const texts = itemTextsOf(list);
  const item = texts?.items[rules.indexOf(second)];
  if (texts === null || item === undefined) return refused(TITLE, 'A rule is computed and cannot be removed.');
  const { text } = texts.source.piece;
  const tree = treeOfPiece(texts.source.piece);
  const from = firstCommentAbove(text, item.start, tree.comments);
  const isAbove = from < lineStart(text, item.start);
  const until = lineEnd(text, item.comma?.end ?? item.end);
  if (isAbove || tree.comments.some(({ start }) => start >= item.start && start < until))
    return refused(TITLE, 'The second rule has comments, which would be lost.');
  if (!isWrittenInList({ list }, first, first.object.place))
    return refused(TITLE, 'The first rule is not written in the list, so others may use it too.');
  const changes: Change[] = [{ kind: 'remove-item', list, item: second.object }];
  if (first.description.state === 'absent' && second.description.state === 'known') {
    const { value } = second.description;
    changes.push({ kind: 'set-key', object: first.object, key: 'description', value });
  }
  const edits = writeChanges(changes);
  return edits === null ? refused(TITLE, 'A rule is computed and cannot be changed.') : offered(TITLE, () => edits);
}
