import { knownTexts } from '../../ecr/documents/access/actions.ts';
import type { AccessCheck } from '../check.ts';
import { renameFix } from '../support/accessFixes.ts';

export const accessConditionWildcard: AccessCheck = {
  subject: 'access',
  id: 'access-condition-wildcard',
  title: 'Wildcard that is compared as ordinary text',
  severity: 'warning',
  *check(policy) {
    for (const { conditions } of policy.statements) {
      for (const { operator, operatorMember, values } of conditions.state === 'known' ? conditions.tests : []) {
        if (operator?.fact.family !== 'String' || operator.fact.takesWildcards) continue;
        const value = knownTexts(values).find(({ text }) => /[*?]/.test(text.replaceAll(/\$\{[^}]*\}/g, '')));
        if (value === undefined) continue;
        const like = operatorMember.key.replace(/equals(?:ignorecase)?/i, 'Like');
        const isOnly = operatorMember.value.kind === 'object' && operatorMember.value.members.length === 1;
        yield {
          place: value.node.place,
          message: `${operatorMember.key} takes "*" and "?" literally, so the condition is ${operator.fact.isNegated ? 'always' : 'never'} met. Use ${like}.`,
          fixes: isOnly ? [renameFix(`Use ${like}`, 'choice', operatorMember, like)] : [],
        };
      }
    }
  },
};
