import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { allowing, isForService } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessLambdaArn: AccessCheck = {
  subject: 'access',
  id: 'access-lambda-arn',
  title: 'A condition for Lambda names no function',
  severity: 'warning',
  *check(policy) {
    for (const statement of allowing(policy)) {
      const { conditions } = statement;
      if (!isForService(statement, 'lambda') || conditions.state !== 'known') continue;
      const tests = conditions.tests.filter(
        ({ key, operator }) => key.toLowerCase() === 'aws:sourcearn' && operator?.fact.isNegated === false,
      );
      for (const { text, node } of tests.flatMap(({ values }) => knownTexts(values))) {
        const service = /^arn:[^:*?]+:([^:*?]+):/.exec(text)?.[1];
        if (service === undefined || service === 'lambda') continue;
        yield {
          place: node.place,
          message: `Lambda pulls for a function, and this is an ARN of ${service}: the condition is never met. Write "arn:aws:lambda:REGION:ACCOUNT:function:*".`,
        };
      }
    }
  },
};
