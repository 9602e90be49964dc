import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleCountUnitForbidden: PolicyCheck = {
  subject: 'policy',
  id: 'rule-count-unit-forbidden',
  title: 'countUnit stands beside imageCountMoreThan',
  severity: 'error',
  *check({ rules }) {
    for (const { countType, countUnit, selection } of rules) {
      if (selection === null || countType.state !== 'known' || countUnit.state !== 'known') continue;
      if (countTypeFact(countType.value).countsDays) continue;
      yield {
        place: countUnit.node.place,
        message:
          'imageCountMoreThan counts images, not days, so it takes no countUnit; with it AWS refuses the policy (no schema matches).',
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
