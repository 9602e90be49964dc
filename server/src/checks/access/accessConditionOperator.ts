import { nearestName } from '../../ecr/nearestName.ts';
import { CONDITION_OPERATORS, readOperator } from '../../facts/access/conditionOperators.ts';
import type { AccessCheck } from '../check.ts';
import { renameFix } from '../support/accessFixes.ts';

export const accessConditionOperator: AccessCheck = {
  subject: 'access',
  id: 'access-condition-operator',
  title: 'Unknown condition operator',
  severity: 'warning',
  *check(policy) {
    for (const { conditions } of policy.statements) {
      if (conditions.state !== 'known') continue;
      const members = new Set(conditions.tests.map(({ operatorMember }) => operatorMember));
      for (const member of members) {
        if (member.key.includes('${') || readOperator(member.key) !== null) continue;
        const meant = meantOperator(member.key);
        yield {
          place: member.keyPlace,
          message: `"${member.key}" is not a condition operator${meant === null ? '' : `; the nearest is ${meant}`}. AWS answers "Invalid repository policy provided".`,
          fixes: meant === null ? [] : [renameFix(`Write ${meant}`, 'one', member, meant)],
        };
      }
    }
  },
};

const NAMES = CONDITION_OPERATORS.flatMap(({ name, family }) =>
  family === 'Null' ? [name] : [name, `${name}IfExists`],
);

/** The intended operator, with any set prefix before the colon unchanged. */
function meantOperator(text: string): string | null {
  const colon = text.lastIndexOf(':');
  const nearest = nearestName(text.slice(colon + 1), NAMES);
  const meant = nearest === undefined ? null : `${text.slice(0, colon + 1)}${nearest}`;
  return meant !== null && readOperator(meant) !== null ? meant : null;
}
