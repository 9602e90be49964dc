import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import { compactLength, longestLength } from '../../compactLength.ts';
import type { PolicyNode } from '../../documentNodes.ts';
import { openingOf } from '../../documentNodes.ts';
import { problemsOfJson, secondValueOf } from '../../spelling/json/jsonProblems.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { rulesListOf } from '../policy.ts';
import { policySourceOf } from '../policySource.ts';
import type { Refusal, Shape } from './refusal.ts';

/** What AWS rejects in the text of a policy outside its rules; Terraform rejects text that is not JSON. */
export function* refusalsInText(policy: LifecyclePolicy): Iterable<Refusal> {
  yield* textRefusals(policy);
  yield* shapeRefusals(policy);
  yield* sizeRefusals(policy);
}

function* textRefusals({ document, place, damaged, owner }: LifecyclePolicy): Iterable<Refusal> {
  if (document === null || damaged) return;
  if (document.mapped.text.trim() === '') {
    if (!policySourceOf(owner)?.fact.emptyMeansNone) yield { code: 'empty-text', place };
    return;
  }
  if (document.problems.length > 0) yield { code: 'not-json', place, document };
}

function* shapeRefusals(policy: LifecyclePolicy): Iterable<Refusal> {
  const { root, document } = policy;
  if (root !== null && isSureToDiffer(root, 'object') && !isStrayText(policy)) yield wrongShape('policy', null, root);
  const second = document && secondValueOf(document);
  if (second) yield { code: 'second-value', place: second };
  for (const { fact, member } of policy.members) {
    const { value } = member;
    if (isNull(value)) continue;
    if (fact.type === 'object-list' && isSureToDiffer(value, 'list'))
      yield wrongShape('list of rules', member.key, value);
    if (fact.type === 'object' && isSureToDiffer(value, 'object')) yield wrongShape('object', member.key, value);
  }
  for (const item of rulesListOf(policy)?.items ?? [])
    if (!isNull(item) && isSureToDiffer(item, 'object')) yield wrongShape('rule', null, item);
}

function wrongShape(expected: Shape, key: string | null, node: PolicyNode): Refusal {
  return { code: 'wrong-shape', place: openingOf(node), expected, key, node };
}

/**
 * A text that is too short for AWS has no rule or an incomplete one: even the shortest valid rule makes a longer text.
 */
function* sizeRefusals(policy: LifecyclePolicy): Iterable<Refusal> {
  const { place, root, damaged } = policy;
  const list = rulesListOf(policy);
  const isEmpty = list !== null && !list.open && list.items.length === 0 && !damaged;
  if (list !== null && (isEmpty || list.items.length > POLICY_LIMITS.rules))
    yield { code: 'rule-count', place, count: list.items.length };
  const mayBeLong = root !== null && !damaged && longestLength(root) > POLICY_LIMITS.longestText;
  const length = mayBeLong ? (compactLength(root) ?? 0) : 0;
  if (length > POLICY_LIMITS.longestText) yield { code: 'too-long', place, length };
}

/** A number or word at the start of a text that is not JSON. */
function isStrayText({ root, document }: LifecyclePolicy): boolean {
  return root?.kind === 'scalar' && document !== null && problemsOfJson(document).other !== null;
}

function isSureToDiffer(node: PolicyNode, kind: 'object' | 'list'): boolean {
  return node.kind !== 'unknown' && node.kind !== kind;
}

function isNull(node: PolicyNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
