import { findMember } from '../../ecr/documents/access/readStatement.ts';
import { openingOf } from '../../ecr/documents/documentNodes.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { EFFECTS } from '../../facts/access/accessValues.ts';
import { isValueOf } from '../../facts/enumeration.ts';
import type { AccessCheck } from '../check.ts';
import { replaceFix } from '../support/accessFixes.ts';

export const accessEffectValue: AccessCheck = {
  subject: 'access',
  id: 'access-effect-value',
  title: 'Invalid Effect of a statement',
  severity: 'warning',
  *check(policy) {
    for (const { object } of policy.statements) {
      const found = findMember(object, 'Effect', 'statement', policy.damaged);
      if (!('key' in found)) {
        if (found.state === 'absent')
          yield {
            place: openingOf(object),
            message:
              'The statement has no Effect: write "Allow" or "Deny". AWS answers "Invalid repository policy provided".',
          };
        continue;
      }
      const { value: node } = found;
      if (node.kind !== 'scalar' || node.value === null || isValueOf(EFFECTS, node.value)) continue;
      const meant = nearestName(String(node.value), ['Allow', 'Deny']);
      yield {
        place: node.place,
        message:
          'Effect must be "Allow" or "Deny", spelled exactly like that. AWS answers "Invalid repository policy provided" to anything else.',
        fixes: meant === undefined ? [] : [replaceFix(`Set Effect to ${meant}`, 'one', node, meant)],
      };
    }
  },
};
