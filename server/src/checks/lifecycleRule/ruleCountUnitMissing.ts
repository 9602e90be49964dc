import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleCountUnitMissing: PolicyCheck = {
  subject: 'policy',
  id: 'rule-count-unit-missing',
  title: 'countUnit is missing beside a countType that counts days',
  severity: 'error',
  *check({ rules }) {
    for (const { countType, countUnit, selection } of rules) {
      if (countType.state !== 'known' || countUnit.state !== 'absent' || selection === null) continue;
      if (!countTypeFact(countType.value).countsDays) continue;
      yield {
        place: countType.node.place,
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
