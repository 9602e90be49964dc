import type { AccessStatement, Principal } from '../../ecr/documents/access/accessPolicy.ts';
import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { allowing, isForService, mayBeAbout } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';

export const accessLambdaHalf: AccessCheck = {
  subject: 'access',
  id: 'access-lambda-half',
  title: 'Half of what Lambda of another account needs',
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
          message: `Lambda of account ${account} also needs a statement for that account: who deploys the function there must be allowed to pull as well. Add one with the Principal "arn:aws:iam::${account}:root".`,
        };
      }
    }
  },
};

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
