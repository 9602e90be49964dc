import { allowing, isForService, listedPrincipals, serviceName } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessLambdaCondition: AccessCheck = {
  subject: 'access',
  id: 'access-lambda-condition',
  title: 'Lambda may pull on behalf of everyone',
  severity: 'warning',
  *check(policy) {
    for (const statement of allowing(policy)) {
      const { conditions, sid } = statement;
      if (!isForService(statement, 'lambda') || (sid.state === 'known' && sid.value === OWN_STATEMENT)) continue;
      if (conditions.state === 'unknown' || (conditions.state === 'known' && conditions.open)) continue;
      const tests = conditions.state === 'known' ? conditions.tests : [];
      if (tests.some(({ key }) => KEYS.includes(key.toLowerCase()))) continue;
      const lambda = listedPrincipals(statement).find(({ text }) => serviceName(text) === 'lambda');
      if (lambda === undefined) continue;
      yield {
        place: lambda.node.place,
        message:
          'Functions of every account may use the images through Lambda. Add a Condition on "aws:SourceArn", "aws:SourceAccount" or "aws:SourceOrgID" that says whose functions may.',
      };
    }
  },
};

/** The statement that Lambda adds by itself for functions of the same account. */
const OWN_STATEMENT = 'LambdaECRImageRetrievalPolicy';

const KEYS = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
