import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleCountUnitMissing: PolicyCheck = {
  subject: 'policy',
  id: 'rule-count-unit-missing',
  title: 'countUnit is missing',
  severity: 'error',
  *check(policy) {
    for (const { place, countType, selection } of refusalsOf(policy, 'unit-missing')) {
      yield {
        place,
        message: `${countType.value} counts days and needs countUnit = "days"; without it AWS refuses the policy (no schema matches).`,
        fixes: [
          {
            title: 'Add countUnit = "days"',
            kind: 'one',
            changes: [{ kind: 'set-key', object: selection, key: 'countUnit', value: 'days' }],
          },
        ],
      };
    }
  },
};
