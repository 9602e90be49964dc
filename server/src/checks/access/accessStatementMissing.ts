import { findMember } from '../../ecr/documents/access/readStatement.ts';
import { openingOf } from '../../ecr/documents/documentNodes.ts';
import type { AccessCheck } from '../check.ts';

export const accessStatementMissing: AccessCheck = {
  subject: 'access',
  id: 'access-statement-missing',
  title: 'Access policy without a statement',
  severity: 'warning',
  *check(policy) {
    const { root, damaged, isBranch } = policy;
    if (root?.kind !== 'object' || isBranch) return;
    const found = findMember(root, 'Statement', 'policy', damaged);
    const isEmpty =
      'key' in found && found.value.kind === 'list' && found.value.items.length === 0 && !found.value.open;
    if (!isEmpty && ('key' in found || found.state !== 'absent')) return;
    yield {
      place: policy.words === 'document' ? policy.place : openingOf('key' in found ? found.value : root),
      message:
        'The policy has no Statement. AWS answers "Invalid repository policy provided": write a statement, or remove the resource.',
    };
  },
};
