import type { PolicyCheck } from '../check.ts';

export const policyNumberRange: PolicyCheck = {
  subject: 'policy',
  id: 'policy-number-range',
  title: 'rulePriority or countNumber is below 1',
  severity: 'error',
  *check(policy) {
    for (const { fact, member } of policy.members) {
      const { value: node } = member;
      if (fact.type !== 'integer' || node.kind !== 'scalar' || typeof node.value !== 'number') continue;
      if (!Number.isInteger(node.value) || node.value >= 1) continue;
      yield {
        place: node.place,
        message: `${member.key} must be 1 or more; AWS refuses ${node.value}: "numeric instance is lower than the required minimum".`,
      };
    }
  },
};
