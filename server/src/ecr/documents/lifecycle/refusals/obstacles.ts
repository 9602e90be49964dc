import { policyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { rulesListOf } from '../policy.ts';
import type { PolicyPart } from '../policyParts.ts';
import type { PolicyRule } from '../policyRule.ts';
import { refusalsInPolicy } from './inPolicy.ts';
import { isDoubtful } from './refusal.ts';
import { refusalSentence } from './refusalSentence.ts';

/** What prevents a simulation: an unknown part, or a mistake for which AWS rejects the policy. */
export interface Obstacle {
  readonly kind: 'unknown' | 'refused';
  readonly place: Place;
  /** One sentence. */
  readonly message: string;
}

/** Says that something is unknown, with the reason from its value if there is one. */
export function notKnown(what: string, place: Place, node: PolicyNode | null = null): Obstacle {
  const because = node?.kind === 'unknown' ? `: ${node.because}` : '';
  return { kind: 'unknown', place, message: `${what} is not known${because}.` };
}

/**
 * What prevents simulating a policy: everything that AWS rejects, and unknown parts. Undocumented or unproven refusals,
 * and useless parts that AWS accepts, prevent nothing.
 */
export function obstaclesOfPolicy(policy: LifecyclePolicy): Obstacle[] {
  const { place, damaged } = policy;
  if (damaged) return [notKnown('The policy, which is still being typed,', place)];
  const sure = refusalsInPolicy(policy).filter((refusal) => !isDoubtful(refusal));
  // Follow-up errors of text that is not JSON are not reported.
  const ofText = sure.filter(({ code }) => code === 'not-json' || code === 'second-value');
  const refused = (ofText.length > 0 ? ofText : sure).map(
    (refusal): Obstacle => ({ kind: 'refused', place: refusal.place, message: refusalSentence(refusal) }),
  );
  if (ofText.length > 0) return refused;
  const found = [...shapeUnknowns(policy), ...policy.parts.flatMap(partUnknowns), ...refused];
  return found.length > 0 ? found : policy.rules.flatMap(fieldUnknowns);
}

function shapeUnknowns(policy: LifecyclePolicy): Obstacle[] {
  const { root, place } = policy;
  if (root === null || root.kind === 'unknown') return [notKnown('The policy', place, root)];
  if (root.kind !== 'object') return [];
  const list = rulesListOf(policy);
  if (list === null) {
    const value = root.members.findLast(({ key }) => key === 'rules')?.value ?? null;
    const isUnknown = value?.kind === 'unknown' || (value === null && root.open);
    return isUnknown ? [notKnown('The list of rules', place, value)] : [];
  }
  const items = list.items.filter(({ kind }) => kind === 'unknown').map((item) => notKnown('A rule', item.place, item));
  return list.open ? [...items, notKnown('Whether there are more rules', list.opening)] : items;
}

function partUnknowns({ level, object }: PolicyPart): Obstacle[] {
  if (level === 'policy') return [];
  return object.members.flatMap((member) => {
    if (policyKey(level, member.key) === undefined || member.key === 'description') return [];
    if (object.members.some((other) => other !== member && other.key === member.key))
      return [notKnown(`Which ${member.key} counts, of several in one object,`, member.keyPlace)];
    return valueUnknowns(member);
  });
}

function valueUnknowns({ key, value }: PolicyMember): Obstacle[] {
  const nodes = value.kind === 'list' ? [value, ...value.items] : [value];
  const unknown = nodes.filter((node) => node.kind === 'unknown');
  if (unknown.length > 0) return unknown.map((node) => notKnown(key, node.place, node));
  return value.kind === 'list' && value.open ? [notKnown(`Whether ${key} has more entries`, value.opening)] : [];
}

/** Fields that may exist in an object that may have more members than are written. */
function fieldUnknowns(rule: PolicyRule): Obstacle[] {
  const keys = [
    'rulePriority',
    'tagStatus',
    'tagPatternList',
    'tagPrefixList',
    'storageClass',
    'countType',
    'countUnit',
    'countNumber',
    'actionType',
    'targetStorageClass',
  ] as const;
  return keys.flatMap((key) =>
    rule[key].state === 'unknown' ? [notKnown(key === 'actionType' ? 'type' : key, rule.object.opening)] : [],
  );
}
