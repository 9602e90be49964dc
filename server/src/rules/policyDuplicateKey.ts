import type { PolicyMember } from '../ecr/policy/nodes.ts';
import { policyKey } from '../facts/lifecyclePolicy.ts';
import type { PolicyCheck } from './rule.ts';

export const policyDuplicateKey: PolicyCheck = {
  subject: 'policy',
  id: 'policy-duplicate-key',
  title: 'A key stands twice in one object of a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const { level, object } of policy.parts) {
      const firsts = new Map<string, PolicyMember>();
      for (const later of object.members) {
        if (policyKey(level, later.key) === undefined) continue;
        const earlier = firsts.get(later.key);
        firsts.set(later.key, earlier ?? later);
        if (earlier === undefined) continue;
        yield {
          place: later.keyPlace,
          message: `${later.key} stands twice in one object, and only the last value counts. Remove one; if two rules were meant, a "}, {" is missing between them.`,
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
    }
  },
};
