import { knownTexts } from '../../ecr/documents/access/actions.ts';
import type { AccessCheck } from '../check.ts';
import { renameFix } from '../support/accessFixes.ts';

export const accessOrgForm: AccessCheck = {
  subject: 'access',
  id: 'access-org-form',
  title: 'Invalid organization id in a condition',
  severity: 'warning',
  *check(policy) {
    for (const { conditions } of policy.statements) {
      for (const { key, operator, operatorMember, values } of conditions.state === 'known' ? conditions.tests : []) {
        if (operator === null || operator.fact.family === 'Null') continue;
        const name = key.toLowerCase();
        if (name === 'aws:principalorgpaths' && operator.quantifier === null) {
          const meant = `ForAnyValue:${operatorMember.key}`;
          yield {
            place: operatorMember.keyPlace,
            message: `aws:PrincipalOrgPaths has several values; without ForAnyValue or ForAllValues the condition never works as intended. Use ${meant}.`,
            fixes: [renameFix(`Use ${meant}`, 'choice', operatorMember, meant)],
          };
        }
        if (name !== 'aws:principalorgid') continue;
        for (const { text, node } of knownTexts(values)) {
          if (ORGANISATION.test(text) || /[*?]|\$\{/.test(text)) continue;
          yield {
            place: node.place,
            message: `"${text}" is not the id of an organization, which is "o-" and 10 to 32 letters and digits: nobody meets the condition.`,
          };
        }
      }
    }
  },
};

const ORGANISATION = /^o-[a-z0-9]{10,32}$/;
