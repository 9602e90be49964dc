import { listedPrincipals } from '../../ecr/documents/access/principals.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { AccessCheck } from '../check.ts';

export const accessNewRoleRace: AccessCheck = {
  subject: 'access',
  id: 'access-new-role-race',
  title: 'A principal is a role that the same apply creates',
  severity: 'hint',
  *check(policy, scope) {
    for (const { kind, node } of policy.statements.flatMap(listedPrincipals)) {
      if (kind !== 'AWS' || node.kind !== 'unknown' || node.origin.spelling !== 'hcl') continue;
      const [type, name, attribute, ...others] = referencePath(node.origin.expression) ?? [];
      if (attribute !== 'arn' || others.length > 0 || (type !== 'aws_iam_role' && type !== 'aws_iam_user')) continue;
      if (scope.block(`${type}.${name}`) === null) continue;
      yield {
        place: node.place,
        message: `IAM takes some seconds until ${type}.${name} is known everywhere: the first apply may fail with "Principal not found", and the next one works. The root of its account with a Condition on "aws:PrincipalArn" never fails.`,
      };
    }
  },
};
