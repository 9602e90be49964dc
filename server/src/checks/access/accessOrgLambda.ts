import type { AccessStatement } from '../../ecr/documents/access/accessPolicy.ts';
import { holds } from '../../ecr/documents/access/actions.ts';
import { functionsElsewhere } from '../../ecr/documents/access/functionsElsewhere.ts';
import { allowing, everyoneIn, isForService } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessOrgLambda: AccessCheck = {
  subject: 'access',
  id: 'access-org-lambda',
  title: 'A statement for an organization does not cover Lambda in its accounts',
  severity: 'hint',
  *check(policy, scope) {
    if (policy.target !== 'repository' || !policy.isWhole) return;
    const statements = allowing(policy);
    const open = statements.find(
      (statement) =>
        holds(statement.actions, 'BatchGetImage', policy.service) === 'yes' && isForOrganization(statement),
    );
    const everyone = open && everyoneIn(open);
    if (everyone === undefined || statements.some((statement) => isForService(statement, 'lambda'))) return;
    const foreign = functionsElsewhere(policy, scope)[0]?.declaration;
    if (foreign === undefined) return;
    yield {
      place: everyone.node.place,
      message: `${foreign.address} is in another account of the organization, and the Lambda service belongs to no organization, so this statement does not let it pull. Add one for lambda.amazonaws.com with a Condition on "aws:SourceOrgID" or "aws:SourceArn".`,
    };
  },
};

const KEYS = ['aws:principalorgid', 'aws:principalorgpaths'];

function isForOrganization({ conditions }: AccessStatement): boolean {
  if (conditions.state !== 'known') return false;
  return conditions.tests.some(
    ({ key, operator }) => KEYS.includes(key.toLowerCase()) && operator?.fact.isNegated === false,
  );
}
