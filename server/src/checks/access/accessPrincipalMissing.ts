import { openingOf } from '../../ecr/documents/documentNodes.ts';
import type { AccessCheck } from '../check.ts';

export const accessPrincipalMissing: AccessCheck = {
  subject: 'access',
  id: 'access-principal-missing',
  title: 'Statement without a principal',
  severity: 'error',
  *check(policy) {
    for (const { object, principals } of policy.statements) {
      if (principals.state !== 'absent') continue;
      yield {
        place: openingOf(object),
        message:
          'The statement has no Principal: a policy of a repository or registry has to say who may. AWS answers "Invalid repository policy provided"; name accounts, roles or services.',
      };
    }
  },
};
