import { nearestName } from '../../ecr/nearestName.ts';
import { CONDITION_KEYS, conditionKey } from '../../facts/access/conditionKeys.ts';
import type { AccessCheck } from '../check.ts';
import { renameFix } from '../support/accessFixes.ts';

export const accessConditionKey: AccessCheck = {
  subject: 'access',
  id: 'access-condition-key',
  title: 'Unknown condition key',
  severity: 'warning',
  *check(policy) {
    for (const { conditions } of policy.statements) {
      for (const { key, keyMember } of conditions.state === 'known' ? conditions.tests : []) {
        if (!/^ecr(?:-public)?:/i.test(key) || conditionKey(key) !== undefined || key.includes('${')) continue;
        const meant = nearestName(
          key,
          CONDITION_KEYS.filter(({ name }) => name.startsWith('ecr')).map(({ name }) => name),
        );
        yield {
          place: keyMember.keyPlace,
          message: `ECR has no condition key "${key}", so no request ever carries it. Its keys are ecr:ResourceTag/TAG and ecr:AccountSetting; a policy cannot tell image tags apart.`,
          fixes: meant === undefined ? [] : [renameFix(`Rename it to ${meant}`, 'choice', keyMember, meant)],
        };
      }
    }
  },
};
