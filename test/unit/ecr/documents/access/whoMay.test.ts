import { describe, expect, test } from 'vitest';
import type {
  Condition,
  PrincipalSet,
  Statement,
  Trilean,
} from '../../../../../server/src/ecr/documents/access/decision/statement.ts';
import type { Who } from '../../../../../server/src/ecr/documents/access/decision/who.ts';
import type { Denial, WhoMay } from '../../../../../server/src/ecr/documents/access/decision/whoMay.ts';
import { whoMay } from '../../../../../server/src/ecr/documents/access/decision/whoMay.ts';
import type { IamRequest, IamStatement } from '../../../support/iamDecision.ts';
import { isAllowed, isMet } from '../../../support/iamDecision.ts';

const A = '111122223333';
const B = '444455556666';
const CALLERS = [
  `arn:aws:iam::${A}:role/ci`,
  `arn:aws:iam::${A}:role/deploy`,
  `arn:aws:iam::${A}:user/ann`,
  `arn:aws:iam::${B}:role/ci`,
  'arn:aws:iam::777788889999:role/ci',
  'lambda.amazonaws.com',
  'codebuild.amazonaws.com',
];
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'];
const WANTED = [PULL, PUSH, ['ecr:BatchDeleteImage'], ['ecr:SetRepositoryPolicy']];
const ACTIONS = [
  ['ecr:*'],
  PULL,
  PULL,
  PUSH,
  ['ecr:Batch*'],
  ['ecr:batchgetimage'],
  ['ecr:GetDownloadUrlForLayer', 'ecr:PutImage'],
  ['ecr:*Layer*'],
  ['ecr:Put?mage', 'ecr:*Upload*'],
  ['ecr:SetRepositoryPolicy', 'ecr:BatchDeleteImage'],
];
const PRINCIPALS: readonly IamStatement['Principal'][] = [
  '*',
  { AWS: ['*'] },
  { AWS: [A] },
  { AWS: [`arn:aws:iam::${B}:root`] },
  { AWS: [`arn:aws:iam::${A}:role/ci`, B] },
  { AWS: [`arn:aws:iam::${A}:role/ci`] },
  { AWS: [`arn:aws:iam::${A}:user/ann`], Service: ['lambda.amazonaws.com'] },
  { Service: ['lambda.amazonaws.com', 'codebuild.amazonaws.com'] },
];
const LEFT_OUT: readonly IamStatement['NotPrincipal'][] = [
  { AWS: [A] },
  { AWS: [`arn:aws:iam::${A}:role/ci`, `arn:aws:iam::${A}:root`] },
  { Service: ['lambda.amazonaws.com'] },
];
const CONDITIONS: readonly IamStatement['Condition'][] = [
  { StringEquals: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa'] } },
  { StringNotEquals: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa'] } },
  { StringEqualsIfExists: { 'aws:PrincipalOrgID': ['o-aaaaaaaaaa', 'o-bbbbbbbbbb'] } },
  { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-aaaaaaaaaa/*'] } },
  { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': ['o-aaaaaaaaaa/*'] } },
  { StringLike: { 'aws:sourceArn': ['arn:aws:lambda:*'] }, Null: { 'aws:PrincipalOrgID': ['true'] } },
  { ArnNotLike: { 'aws:SourceArn': ['arn:aws:lambda:*'] } },
];

/** A generator of numbers from 0 to 1 by a seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(next: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(next() * list.length)];
  if (chosen === undefined) throw new Error('an empty list');
  return chosen;
}

function randomStatement(next: () => number): IamStatement {
  const actions = next() < 0.9 ? { Action: pick(next, ACTIONS) } : { NotAction: pick(next, ACTIONS) };
  const people = next() < 0.92 ? { Principal: pick(next, PRINCIPALS) } : { NotPrincipal: pick(next, LEFT_OUT) };
  const condition = next() < 0.45 ? { Condition: pick(next, CONDITIONS) } : {};
  return { Effect: next() < 0.75 ? 'Allow' : 'Deny', ...actions, ...people, ...condition } as IamStatement;
}

function randomPolicy(next: () => number): readonly IamStatement[] {
  return Array.from({ length: 1 + Math.floor(next() * 5) }, () => randomStatement(next));
}

function randomContext(next: () => number): IamRequest['context'] {
  const organisation = pick(next, [null, 'o-aaaaaaaaaa', 'o-bbbbbbbbbb']);
  const source = pick(next, [null, `arn:aws:lambda:eu-west-1:${A}:function:f`, 'arn:aws:sns:eu-west-1:1:t']);
  return {
    ...(organisation === null
      ? {}
      : { 'aws:PrincipalOrgID': [organisation], 'aws:PrincipalOrgPaths': [`${organisation}/r-1/ou-1/`] }),
    ...(source === null ? {} : { 'aws:SourceArn': [source] }),
  };
}

function peopleIn(statement: IamStatement): PrincipalSet {
  const written = statement.NotPrincipal ?? statement.Principal ?? {};
  const principals =
    written === '*'
      ? [{ kind: '*', text: '*' }]
      : Object.entries(written).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
  return { isNegated: statement.NotPrincipal !== undefined, principals, open: false };
}

/** The statement as the decision takes it. */
function read(statement: IamStatement): Statement {
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Condition => ({ kind: 'test', operator, key, values })),
  );
  const patterns = statement.NotAction ?? statement.Action ?? [];
  return {
    effect: statement.Effect,
    principals: peopleIn(statement),
    actions: { isNegated: statement.NotAction !== undefined, patterns, open: false },
    conditions,
  };
}

/** The statement with a part of it unknown. */
function blotted(next: () => number, statement: Statement): Statement {
  const { principals, actions } = statement;
  switch (Math.floor(next() * 7)) {
    case 0:
      return { ...statement, effect: null };
    case 1:
      return { ...statement, principals: null };
    case 2:
      return { ...statement, actions: null };
    case 3:
      return { ...statement, conditions: [...statement.conditions.slice(1), { kind: 'unknown', of: 'condition' }] };
    case 4:
      return {
        ...statement,
        principals: principals && { ...principals, principals: principals.principals.slice(1), open: true },
      };
    case 5:
      return { ...statement, actions: actions && { ...actions, patterns: [null, ...actions.patterns.slice(1)] } };
    default:
      return {
        ...statement,
        principals: principals && {
          ...principals,
          principals: principals.principals.map(({ kind }) => ({ kind: kind === '*' ? 'AWS' : kind, text: null })),
        },
      };
  }
}

function all(parts: readonly Trilean[]): Trilean {
  if (parts.includes('no')) return 'no';
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

function any(parts: readonly Trilean[]): Trilean {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('maybe') ? 'maybe' : 'no';
}

function opposite(value: Trilean): Trilean {
  if (value === 'maybe') return value;
  return value === 'yes' ? 'no' : 'yes';
}

function isOf(who: Who, caller: string): Trilean {
  const account = /^arn:aws:iam::(\d+):/.exec(caller)?.[1];
  switch (who.kind) {
    case 'everyone':
      return 'yes';
    case 'everyoneBut': {
      const isNear = who.leftOut.some(
        (left) => isOf(left, caller) !== 'no' || ('account' in left && left.account === account),
      );
      return isNear ? 'maybe' : 'yes';
    }
    case 'account':
      return who.account === account ? 'yes' : 'no';
    case 'arn':
      return who.arn === caller ? 'yes' : 'no';
    case 'service':
      return who.service === caller ? 'yes' : 'no';
    case 'unknown':
      return 'maybe';
  }
}

function meets(condition: Condition, { context }: Pick<IamRequest, 'context'>): Trilean {
  if (condition.kind !== 'test' || condition.values.includes(null)) return 'maybe';
  const values = condition.values.filter((value) => value !== null);
  return isMet(condition.operator, condition.key, values, context) ? 'yes' : 'no';
}

type Asked = Pick<IamRequest, 'caller' | 'context'>;

function hits({ who, conditions, isSure }: Denial, asked: Asked): Trilean {
  return all([isOf(who, asked.caller), isSure ? 'yes' : 'maybe', ...conditions.map((one) => meets(one, asked))]);
}

/** The answer about one principal. */
function told({ grants, isComplete }: WhoMay, asked: Asked): Trilean {
  const granted = grants.map((grant) =>
    all([hits(grant, asked), opposite(any(grant.except.map((one) => hits(one, asked))))]),
  );
  return any([...granted, isComplete ? 'no' : 'maybe']);
}

function mayAll(policy: readonly IamStatement[], actions: readonly string[], asked: Asked): boolean {
  return actions.every((action) => isAllowed(policy, { ...asked, action }));
}

describe("who may do something, beside an evaluator of IAM's logic", () => {
  test('says of each caller what IAM answers, by 3000 random policies that are wholly known', () => {
    const next = random(20261130);
    const counts = { yes: 0, no: 0, maybe: 0 };
    for (let round = 0; round < 3000; round += 1) {
      const policy = randomPolicy(next);
      const actions = pick(next, WANTED);
      const answer = whoMay(policy.map(read), actions, true);
      const hasNegation = policy.some(({ NotPrincipal }) => NotPrincipal !== undefined);
      for (const caller of CALLERS) {
        const asked = { caller, context: randomContext(next) };
        const said = told(answer, asked);
        counts[said] += 1;
        if (said === 'maybe' && hasNegation) continue;
        const truth = mayAll(policy, actions, asked) ? 'yes' : 'no';
        if (said !== truth) expect.fail(JSON.stringify({ policy, actions, asked, said }, null, 1));
      }
    }
    expect(counts.yes).toBeGreaterThan(2000);
    expect(counts.no).toBeGreaterThan(5000);
    expect(counts.maybe).toBeLessThan(counts.yes);
  });

  test('says nothing for sure that a completion of 3000 partly unknown policies contradicts', () => {
    const next = random(7);
    const counts = { yes: 0, no: 0, maybe: 0 };
    for (let round = 0; round < 3000; round += 1) {
      const policy = randomPolicy(next);
      const actions = pick(next, WANTED);
      const statements = policy.map(read).map((statement) => (next() < 0.4 ? blotted(next, statement) : statement));
      const isWhole = next() < 0.8;
      const known = isWhole ? statements : statements.slice(1);
      const answer = whoMay(known, actions, isWhole);
      for (const caller of CALLERS) {
        const asked = { caller, context: randomContext(next) };
        const said = told(answer, asked);
        counts[said] += 1;
        if (said === 'maybe') continue;
        const truth = mayAll(policy, actions, asked) ? 'yes' : 'no';
        if (said !== truth) expect.fail(JSON.stringify({ policy, statements, actions, asked, said }, null, 1));
      }
    }
    expect(counts.yes).toBeGreaterThan(300);
    expect(counts.no).toBeGreaterThan(3000);
  });
});
