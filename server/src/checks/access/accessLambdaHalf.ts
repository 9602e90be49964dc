import type { AccessPolicy, AccessStatement, Principal } from '../../ecr/documents/access/accessPolicy.ts';
import { holds, knownTexts } from '../../ecr/documents/access/actions.ts';
import { functionsElsewhere } from '../../ecr/documents/access/functionsElsewhere.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import {
  accountOf,
  allowing,
  everyoneIn,
  isForService,
  listedPrincipals,
  mayBeAbout,
} from '../../ecr/documents/access/principals.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { AccessCheck, Finding } from '../check.ts';

export const accessLambdaHalf: AccessCheck = {
  subject: 'access',
  id: 'access-lambda-half',
  title: 'Only one of the two statements that Lambda in another account needs',
  severity: 'warning',
  *check(policy, scope) {
    const { account: own } = ownRegistry(policy, scope);
    if (own === null || !policy.isWhole || policy.target !== 'repository') return;
    const statements = allowing(policy);
    for (const statement of statements.filter((one) => isForService(one, 'lambda'))) {
      for (const { account, node } of accountsIn(statement)) {
        const root: Principal = { kind: 'AWS', text: account, node };
        if (account === own || statements.some((other) => mayBeAbout(other, root) || namesRoleOf(other, account)))
          continue;
        yield {
          place: node.place,
          message: `Lambda in account ${account} also needs a statement for that account: whoever deploys the function there must be allowed to pull as well. Add one with the Principal "arn:aws:iam::${account}:root".`,
        };
      }
    }
    yield* withoutService(policy, scope);
  },
};

/** Accounts that may pull and run functions with the image, while the service of Lambda may not pull for them. */
function* withoutService(policy: AccessPolicy, scope: RecordingScope): Iterable<Finding> {
  const statements = allowing(policy);
  const elsewhere = new Map(functionsElsewhere(policy, scope).map((one) => [one.account, one.declaration]));
  for (const [account, { address }] of elsewhere) {
    if (statements.some((statement) => mayServe(statement, account))) continue;
    const principal = statements
      .filter(({ actions }) => holds(actions, 'BatchGetImage', policy.service) === 'yes')
      .flatMap(listedPrincipals)
      .find((entry) => accountOf(entry) === account);
    if (principal === undefined) continue;
    yield {
      place: principal.node.place,
      message: `${address} is in account ${account}, and Lambda pulls its image as a service: the Principal of the account does not cover that. Add a statement for lambda.amazonaws.com with "aws:sourceArn" like "arn:aws:lambda:REGION:${account}:function:*".`,
    };
  }
}

/** True for a statement that the service of Lambda may use for functions of an account. */
function mayServe(statement: AccessStatement, account: string): boolean {
  const { principals } = statement;
  if (principals.state !== 'known') return principals.state === 'unknown';
  if (principals.isNegated || principals.open || everyoneIn(statement) !== undefined) return true;
  if (principals.entries.some(({ text }) => text === null)) return true;
  if (!isForService(statement, 'lambda')) return false;
  const accounts = accountsIn(statement);
  return accounts.length === 0 || accounts.some((one) => one.account === account);
}

function accountsIn({ conditions }: AccessStatement) {
  if (conditions.state !== 'known') return [];
  const tests = conditions.tests.filter(
    ({ key, operator }) => KEYS.includes(key.toLowerCase()) && operator?.fact.isNegated === false,
  );
  return tests.flatMap(({ values }) =>
    knownTexts(values).flatMap(({ text, node }) => {
      const account = /^(?:arn:[\w-]+:lambda:[^:]*:)?(\d{12})(?::|$)/.exec(text)?.[1];
      return account === undefined ? [] : [{ account, node }];
    }),
  );
}

const KEYS = ['aws:sourcearn', 'aws:sourceaccount'];

function namesRoleOf({ principals }: AccessStatement, account: string): boolean {
  return principals.state === 'known' && principals.entries.some(({ text }) => text?.includes(`:${account}:`) === true);
}
