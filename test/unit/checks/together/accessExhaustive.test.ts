import { describe, expect, it } from 'vitest';
import { holding } from '../../support/accessSpellings.ts';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import type { IamStatement } from '../../support/iamDecision.ts';
import { isAllowed } from '../../support/iamDecision.ts';
import { hasTurn } from '../../support/longTests.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'];

const policy = (statements: readonly IamStatement[]) =>
  holding(`jsonencode(${JSON.stringify({ Version: '2012-10-17', Statement: statements })})`);

type Conditions = NonNullable<IamStatement['Condition']>;

const test = (operator: string, key: string, ...values: string[]): Conditions => ({ [operator]: { [key]: values } });
const ORG = 'aws:PrincipalOrgID';

/** Conditions, alone and together. */
const CONDITIONS: readonly (Conditions | undefined)[] = [
  undefined,
  test('StringEquals', ORG, 'o-a1b2c3d4e5'),
  test('StringEqualsIfExists', ORG, 'o-a1b2c3d4e5'),
  test('StringNotEquals', ORG, 'o-a1b2c3d4e5'),
  test('StringLike', ORG, 'o-a1b2*'),
  test('StringLike', ORG, '*'),
  test('StringNotLike', ORG, 'o-a1b2*'),
  test('Null', ORG, 'true'),
  test('Null', ORG, 'false'),
  test('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'),
  test('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'),
  test('StringEquals', 'aws:PrincipalAccount', '111122223333'),
  test('StringNotEquals', 'aws:PrincipalAccount', '111122223333'),
  test('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*'),
  test('StringEquals', 'aws:SourceVpce', 'vpce-0a1b2c3d'),
  test('StringEqualsIfExists', 'aws:SourceVpce', 'vpce-0a1b2c3d'),
  { StringEquals: { [ORG]: ['o-a1b2c3d4e5'], 'aws:PrincipalAccount': ['111122223333'] } },
  { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333'] }, StringEquals: { [ORG]: ['o-a1b2c3d4e5'] } },
];

const PRINCIPALS: readonly NonNullable<IamStatement['Principal']>[] = [
  '*',
  { AWS: ['*'] },
  { AWS: ['111122223333', '*'] },
  { AWS: ['111122223333'] },
  { Service: ['codebuild.amazonaws.com'] },
];

const ACTIONS = [PULL, PUSH, ['ecr:*'], ['ecr:Batch*']];

const DENIALS: readonly (readonly IamStatement[])[] = [
  [],
  [{ Effect: 'Deny', Principal: '*', Action: ['ecr:*'], Condition: test('StringNotEquals', ORG, 'o-a1b2c3d4e5') }],
  [{ Effect: 'Deny', Principal: { AWS: ['444455556666'] }, Action: ['ecr:*'] }],
  [{ Effect: 'Deny', Principal: '*', Action: ['ecr:BatchDeleteImage', 'ecr:DeleteRepository'] }],
  [{ Effect: 'Deny', Principal: '*', Action: ['ecr:PutImage', 'ecr:Get*'] }],
  [{ Effect: 'Deny', Principal: '*', NotAction: ['ecr:BatchGetImage'] }],
];

/** Principals that the policy does not mention: without an organization, and in one of their own. */
const STRANGERS = [{}, { [ORG]: ['o-stranger00'], 'aws:PrincipalOrgPaths': ['o-stranger00/r-zz99/'] }].map(
  (context) => ({
    caller: 'arn:aws:iam::999988887777:role/stranger',
    context: {
      'aws:PrincipalAccount': ['999988887777'],
      'aws:PrincipalArn': ['arn:aws:iam::999988887777:role/stranger'],
      ...context,
    },
  }),
);

describe('access-principal-public', () => {
  it.each(DENIALS.map((denials, index) => [index, denials] as const))(
    'speaks where a stranger may pull or push, and nowhere else (denials %i)',
    (_index, denials) => {
      const counts = { open: 0, shut: 0 };
      let index = 0;
      for (const Principal of PRINCIPALS)
        for (const Condition of CONDITIONS)
          for (const Action of ACTIONS) {
            index += 1;
            if (!hasTurn(index, 4)) continue;
            const statement = { Effect: 'Allow', Principal, Action, ...(Condition && { Condition }) } as const;
            const statements = [statement, ...denials];
            const isOpen = STRANGERS.some((stranger) =>
              [...PULL, ...PUSH].some((action) => isAllowed(statements, { ...stranger, action })),
            );
            counts[isOpen ? 'open' : 'shut'] += 1;
            const found = ruleIdsOnly('access-principal-public', policy(statements));
            expect({ statements, found }).toEqual({
              statements,
              found: isOpen ? ['warning access-principal-public'] : [],
            });
          }
      expect(counts.shut).toBeGreaterThan(20);
    },
  );
});

const [CHECK = '', IMAGE = '', LAYER = ''] = PULL;

function* subsets(items: readonly string[]): Iterable<readonly string[]> {
  for (let bits = 0; bits < 2 ** items.length; bits += 1)
    yield items.filter((_, index) => (Math.floor(bits / 2 ** index) & 1) === 1);
}

describe('access-pull-incomplete and access-push-incomplete', () => {
  const one = { AWS: ['arn:aws:iam::111122223333:root'] };
  const two = { AWS: ['arn:aws:iam::444455556666:root'] };
  const allow = (Principal: IamStatement['Principal'], Action: readonly string[]) =>
    ({ Effect: 'Allow', Principal, Action }) as IamStatement;

  it('speak of a pull where one half is allowed and no statement adds the other', () => {
    for (const first of subsets([CHECK, IMAGE, LAYER]))
      for (const second of subsets([IMAGE, LAYER]))
        for (const other of [one, two]) {
          const statements = [allow(one, first), allow(other, second)].filter(({ Action = [] }) => Action.length > 0);
          if (statements.length === 0) continue;
          const lacking = statements.map(({ Principal, Action = [] }) => {
            const all = statements
              .filter((each) => each.Principal === Principal)
              .flatMap(({ Action: some = [] }) => some);
            const [has, lacks] = [(name: string) => Action.includes(name), (name: string) => !all.includes(name)];
            if ((has(IMAGE) && lacks(LAYER)) || (has(LAYER) && lacks(IMAGE))) return 'warning';
            return has(IMAGE) && has(LAYER) && lacks(CHECK) ? 'hint' : null;
          });
          const expected = lacking.flatMap((severity) =>
            severity === null ? [] : [`${severity} access-pull-incomplete`],
          );
          const found = ruleIdsOnly('access-pull-incomplete', policy(statements));
          expect({ statements, found }).toEqual({ statements, found: expected });
        }
  });

  it('speak of a push where a part is allowed and no statement adds the rest', () => {
    for (const first of subsets(PUSH))
      for (const second of [[], PUSH.slice(0, 2), PUSH.slice(2)])
        for (const other of [one, two]) {
          const statements = [allow(one, first), allow(other, second)].filter(({ Action = [] }) => Action.length > 0);
          if (statements.length === 0) continue;
          const lacking = statements.map(({ Principal }) => {
            const all = statements
              .filter((each) => each.Principal === Principal)
              .flatMap(({ Action: some = [] }) => some);
            return PUSH.some((name) => !all.includes(name));
          });
          const expected = lacking.flatMap((isLacking) => (isLacking ? ['warning access-push-incomplete'] : []));
          const found = ruleIdsOnly('access-push-incomplete', policy(statements));
          expect({ statements, found }).toEqual({ statements, found: expected });
        }
  });
});
