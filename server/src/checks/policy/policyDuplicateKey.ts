import type { PolicyMember } from '../../ecr/documents/documentNodes.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyPart } from '../../ecr/documents/lifecycle/policyParts.ts';
import { policyKey } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const policyDuplicateKey: PolicyCheck = {
  subject: 'policy',
  id: 'policy-duplicate-key',
  title: 'Duplicate key in a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const part of policy.parts) {
      const repeated = repeatedIn(part);
      const [first] = repeated;
      if (first !== undefined && isSeam(part, repeated)) yield seam(policy, part, first);
      else for (const repetition of repeated) yield twice(part, repetition);
    }
  },
};

/** A member that replaces an earlier one with the same key. */
interface Repetition {
  readonly earlier: PolicyMember;
  readonly later: PolicyMember;
}

function repeatedIn({ level, object }: PolicyPart): Repetition[] {
  const firsts = new Map<string, PolicyMember>();
  return object.members.flatMap((later) => {
    if (policyKey(level, later.key) === undefined) return [];
    const earlier = firsts.get(later.key);
    firsts.set(later.key, earlier ?? later);
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}

/** True for a rule that includes the start of another one: most of a rule's keys then appear twice. */
function isSeam({ level, object }: PolicyPart, [first, ...others]: readonly Repetition[]): boolean {
  if (level !== 'rule' || first === undefined || others.length === 0) return false;
  const keys = new Set(object.members.slice(object.members.indexOf(first.later)).map(({ key }) => key));
  return ['selection', 'action'].every((key) => keys.has(key));
}

function seam(policy: LifecyclePolicy, { object }: PolicyPart, { earlier, later }: Repetition): Finding {
  const rules = rulesListOf(policy);
  return {
    place: later.keyPlace,
    message: `A "}, {" is missing: another rule begins here, inside the rule before it. AWS gets one rule instead of two.`,
    related: [{ place: earlier.keyPlace, message: `The first ${later.key}, which is lost` }],
    fixes:
      rules === null
        ? []
        : [
            {
              title: 'Split into two rules',
              kind: 'choice',
              changes: [{ kind: 'split-item', list: rules, item: object, member: later }],
            },
          ],
  };
}

function twice({ object }: PolicyPart, { earlier, later }: Repetition): Finding {
  return {
    place: later.keyPlace,
    message: `${later.key} appears twice in one object, and only the last value counts. Remove one; if two rules were meant, a "}, {" is missing between them.`,
    related: [{ place: earlier.keyPlace, message: `The first ${later.key}, which is lost` }],
    fixes: [
      {
        title: `Remove the first ${later.key}`,
        kind: 'choice',
        changes: [{ kind: 'remove-key', object, member: earlier }],
      },
      {
        title: `Remove this ${later.key}`,
        kind: 'choice',
        changes: [{ kind: 'remove-key', object, member: later }],
      },
    ],
  };
}
