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
          message: `ECR has no condition key "${key}", so that no request ever has it. It has ecr:ResourceTag/TAG and ecr:AccountSetting: tags of images cannot be told in a policy.`,
          fixes: meant === undefined ? [] : [renameFix(`Rename it to ${meant}`, 'choice', keyMember, meant)],
        };
      }
    }
  },
};
