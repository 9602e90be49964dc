import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { allowing, isForService } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessLambdaArn: AccessCheck = {
  subject: 'access',
  id: 'access-lambda-arn',
  title: 'A condition for Lambda does not match any function',
  severity: 'warning',
  *check(policy, scope) {
    const { region } = ownRegistry(policy, scope);
    for (const statement of allowing(policy)) {
      const { conditions } = statement;
      if (!isForService(statement, 'lambda') || conditions.state !== 'known') continue;
      const tests = conditions.tests.filter(
        ({ key, operator }) => key.toLowerCase() === 'aws:sourcearn' && operator?.fact.isNegated === false,
      );
      const texts = tests.flatMap(({ values }) => knownTexts(values));
      const isWhole = tests.every(({ values, open }) => !open && values.every((value) => value.text !== null));
      const foreign = isWhole && region !== null ? texts.filter((one) => isElsewhere(one.text, region)) : [];
      if (foreign.length === texts.length) {
        for (const { text, node } of foreign) {
          yield {
            place: node.place,
            message: `Lambda pulls only from repositories of its own region, and this repository is in ${region}: write "${text.replace(/^(arn:[^:]*:lambda:)[^:]*/, `$1${region}`)}", or replicate the images.`,
          };
        }
      }
      for (const { text, node } of texts) {
        const service = /^arn:[^:*?]+:([^:*?]+):/.exec(text)?.[1];
        if (service === undefined || service === 'lambda') continue;
        yield {
          place: node.place,
          message: `Lambda pulls for a function, but this is an ARN of ${service}: the condition is never met. Write "arn:aws:lambda:REGION:ACCOUNT:function:*".`,
        };
      }
    }
  },
};

/** True when all functions are in another region. */
function isElsewhere(text: string, region: string): boolean {
  const written = /^arn:[^:]*:lambda:([a-z\d-]+):/.exec(text)?.[1];
  return written !== undefined && written !== region;
}
