import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleCountUnitForbidden: PolicyCheck = {
  subject: 'policy',
  id: 'rule-count-unit-forbidden',
  title: 'countUnit is not allowed with imageCountMoreThan',
  severity: 'error',
  *check(policy) {
    for (const { place, countType, countUnit, selection } of refusalsOf(policy, 'unit-forbidden')) {
      yield {
        place,
        message: `${countType.value} counts images, not days, so it takes no countUnit; with it AWS refuses the policy (no schema matches).`,
        related: [{ place: countType.node.place, message: 'The countType that counts images' }],
        fixes: [
          {
            title: 'Remove countUnit (count images)',
            kind: 'choice',
            changes: [{ kind: 'remove-key', object: selection, member: countUnit.member }],
          },
          {
            title: 'Change countType to sinceImagePushed (count days)',
            kind: 'choice',
            changes: [{ kind: 'replace-value', node: countType.node, value: 'sinceImagePushed' }],
          },
        ],
      };
    }
  },
};
