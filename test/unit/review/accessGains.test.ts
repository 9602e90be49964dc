import { expect, test } from 'vitest';
import { capabilitiesOf } from '../../../server/src/ecr/documents/access/decision/capabilities.ts';
import type {
  Condition,
  PrincipalSet,
  Statement,
} from '../../../server/src/ecr/documents/access/decision/statement.ts';
import { gainsOf } from '../../../server/src/review/access/accessGains.ts';
import { pick, seeded } from '../../corpus/random.ts';
import type { IamStatement } from '../support/iamDecision.ts';
import { isAllowed } from '../support/iamDecision.ts';
import { shareOf } from '../support/longTests.ts';

const A = '111122223333';
const B = '444455556666';
const CALLERS = [
  `arn:aws:iam::${A}:role/ci`,
  `arn:aws:iam::${A}:role/other`,
  `arn:aws:iam::${B}:role/ci`,
  'arn:aws:iam::777788889999:role/ci',
  'lambda.amazonaws.com',
];
const CONTEXTS = [null, 'o-aaaaaaaaaa', 'o-another', 'o-bbbbbbbbbb', 'o-cccccccccc'].flatMap((organisation) =>
  [null, `arn:aws:lambda:eu-west-1:${A}:function:f`, 'arn:aws:sns:eu-west-1:1:t'].map((source) => ({
    ...(organisation === null ? {} : { 'aws:PrincipalOrgID': [organisation] }),
    ...(source === null ? {} : { 'aws:SourceArn': [source] }),
  })),
);
const ACTIONS = [
  ['ecr:*'],
  ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  ['ecr:BatchGetImage'],
  ['ecr:*Layer*'],
  ['ecr:Put*', 'ecr:*Upload*', 'ecr:BatchCheckLayerAvailability'],
  ['ecr:BatchDeleteImage', 'ecr:SetRepositoryPolicy'],
];
const PRINCIPALS: readonly IamStatement['Principal'][] = [
  '*',
  { AWS: [A] },
  { AWS: [`arn:aws:iam::${B}:root`] },
  { AWS: [`arn:aws:iam::${A}:role/ci`] },
  { AWS: [`arn:aws:iam::${A}:role/ci`, B], Service: ['lambda.amazonaws.com'] },
  { Service: ['lambda.amazonaws.com'] },
];
const CONDITIONS: readonly IamStatement['Condition'][] = [
  { StringEquals: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa'] } },
  { StringLike: { 'aws:PrincipalOrgID': ['o-a*'] } },
  { StringNotEquals: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa'] } },
  { StringEqualsIfExists: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa', 'o-bbbbbbbbbb'] } },
  { StringLike: { 'aws:SourceArn': ['arn:aws:lambda:*'] }, Null: { 'aws:PrincipalOrgID': ['true'] } },
  { ArnNotLike: { 'aws:SourceArn': ['arn:aws:lambda:*'] } },
];

function randomPolicy(random: () => number): readonly IamStatement[] {
  return Array.from(
    { length: 1 + Math.floor(random() * 3) },
    (): IamStatement => ({
      Effect: random() < 0.75 ? 'Allow' : 'Deny',
      Principal: pick(random, PRINCIPALS) ?? '*',
      Action: pick(random, ACTIONS),
      ...(random() < 0.4 ? { Condition: pick(random, CONDITIONS) ?? {} } : {}),
    }),
  );
}

function read(statement: IamStatement): Statement {
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Condition => ({ kind: 'test', operator, key, values })),
  );
  const written = statement.Principal ?? {};
  const principals: PrincipalSet['principals'] =
    written === '*'
      ? [{ kind: '*', text: '*' }]
      : Object.entries(written).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
  return {
    effect: statement.Effect,
    principals: { isNegated: false, principals, open: false },
    actions: { isNegated: false, patterns: statement.Action ?? [], open: false },
    conditions,
  };
}

/** What somebody may do according to an independent evaluator. */
function capabilitiesGained(before: readonly IamStatement[], after: readonly IamStatement[]): readonly string[] {
  const may = (statements: readonly IamStatement[], actions: readonly string[], caller: string, context: object) =>
    actions.every((action) => isAllowed(statements, { caller, action, context: { ...context } }));
  return capabilitiesOf('repository')
    .filter(({ actions }) =>
      CALLERS.some((caller) =>
        CONTEXTS.some((context) => may(after, actions, caller, context) && !may(before, actions, caller, context)),
      ),
    )
    .map(({ id }) => id);
}

test('agrees with an independent evaluator on who gains access, over random pairs of policies', () => {
  const random = seeded(7);
  let gaining = 0;
  for (let round = 0; round < shareOf(2000); round += 1) {
    const before = randomPolicy(random);
    // A small change more often than another policy.
    const after = random() < 0.6 ? [...before.slice(1), ...randomPolicy(random).slice(0, 1)] : randomPolicy(random);
    const gains = gainsOf(before.map(read), after.map(read), capabilitiesOf('repository'));
    const found = [...new Set(gains.filter(({ isByDenial }) => !isByDenial).map(({ capability }) => capability.id))];
    const expected = capabilitiesGained(before, after);
    expect({ before, after, found: found.sort() }).toEqual({ before, after, found: [...expected].sort() });
    if (expected.length > 0) gaining += 1;
  }
  expect(gaining).toBeGreaterThan(100);
});
