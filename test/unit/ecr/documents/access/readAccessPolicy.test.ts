import { describe, expect, it } from 'vitest';
import type { AccessPolicy, AccessStatement } from '../../../../../server/src/ecr/documents/access/accessPolicy.ts';
import { readAccessPolicies } from '../../../../../server/src/ecr/documents/access/readAccessPolicy.ts';
import { Evaluator } from '../../../../../server/src/evaluate/evaluate.ts';
import { RecordingScope } from '../../../../../server/src/module/tracking/recordingScope.ts';
import { blocksOf, hcl, holding, spellingsOf } from '../../../support/accessSpellings.ts';
import type { Files } from '../../../support/checkProblems.ts';
import { workspaceOf } from '../../../support/checkProblems.ts';

/** The policies that the first file's module sets, including those of its local modules. */
function policiesIn(files: Files): readonly AccessPolicy[] {
  const module = workspaceOf(files).moduleOf('main.tf');
  if (module === undefined) throw new Error('there is a main.tf');
  const scope = new RecordingScope(module);
  return module.allBlocks().flatMap((owner) => {
    if (owner.type !== 'module') return readAccessPolicies(owner, scope);
    const inner = scope.through(owner, new Evaluator(scope));
    return inner === null ? [] : inner.module.allBlocks().flatMap((block) => readAccessPolicies(block, inner));
  });
}

function only(files: Files): AccessPolicy {
  const [policy, ...others] = policiesIn(files);
  if (policy === undefined || others.length > 0) throw new Error(`${others.length + 1} policies`);
  return policy;
}

/** The model of a statement, in one line. */
function line({ effect, principals, actions, resources, conditions }: AccessStatement): string {
  const names = (read: AccessStatement['actions']) =>
    read.state === 'known'
      ? `${read.isNegated ? 'not ' : ''}${read.entries.map(({ text }) => text ?? '?').join('|')}${read.open ? '|…' : ''}`
      : read.state;
  const who =
    principals.state === 'known'
      ? `${principals.isNegated ? 'not ' : ''}${principals.entries.map(({ kind, text }) => `${kind}=${text ?? '?'}`).join('|')}${principals.open ? '|…' : ''}`
      : principals.state;
  const when =
    conditions.state === 'known'
      ? `${conditions.tests.map(({ operatorMember, key, values, open }) => `${operatorMember.key}(${key}:${values.map(({ text }) => text ?? '?').join(',')}${open ? ',…' : ''})`).join('&')}${conditions.open ? '&…' : ''}`
      : conditions.state;
  const what = effect.state === 'known' ? effect.value : effect.state;
  return `${what} ${who} ${names(actions)} on ${names(resources)} if ${when}`;
}

const DOCUMENTS = [
  [
    'one action, an account',
    [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'ecr:BatchGetImage' }],
    ['Allow AWS=111122223333 ecr:BatchGetImage on absent if absent'],
  ],
  ['everyone', [{ Effect: 'Allow', Principal: '*', Action: ['ecr:*'] }], ['Allow *=* ecr:* on absent if absent']],
  [
    'several kinds of principals',
    [
      {
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::111122223333:root', '444455556666'], Service: 'lambda.amazonaws.com' },
        Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ],
    [
      'Allow AWS=arn:aws:iam::111122223333:root|AWS=444455556666|Service=lambda.amazonaws.com ecr:BatchGetImage|ecr:GetDownloadUrlForLayer on absent if absent',
    ],
  ],
  [
    'conditions',
    [
      {
        Effect: 'Deny',
        Principal: '*',
        NotAction: 'ecr:DescribeImages',
        Condition: {
          StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      },
      {
        Effect: 'Allow',
        NotPrincipal: { AWS: '111122223333' },
        Action: 'ecr:BatchGetImage',
        Resource: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-1/*', 'o-2/*'] } },
      },
    ],
    [
      'Deny *=* not ecr:DescribeImages on absent if StringNotEquals(aws:PrincipalOrgID:o-1234567890)&Bool(aws:SecureTransport:true)',
      'Allow not AWS=111122223333 ecr:BatchGetImage on * if ForAnyValue:StringLike(aws:PrincipalOrgPaths:o-1/*,o-2/*)',
    ],
  ],
] as const;

describe.each(DOCUMENTS)('an access policy with %s', (_, Statement, lines) => {
  it.each(spellingsOf({ Version: '2012-10-17', Statement }))('is read from $spelling', ({ files }) => {
    const policy = only(files);
    expect(policy.statements.map(line)).toEqual(lines);
    expect(policy.isWhole).toBe(true);
    expect(policy.version).toMatchObject({ state: 'known', value: '2012-10-17' });
  });
});

it('is read from one statement without a list', () => {
  const policy = only({
    'main.tf': holding(`jsonencode({ Statement = { Effect = "Deny", Principal = "*", Action = "ecr:*" } })`),
  });
  expect(policy.statements.map(line)).toEqual(['Deny *=* ecr:* on absent if absent']);
  expect(policy.isWhole).toBe(true);
});

describe('what is not known', () => {
  const VARIABLE =
    'variable "x" {\n}\nvariable "text" {\n  type = string\n}\nvariable "list" {\n  type = list(string)\n}\n';
  const statement = (body: string) => `${VARIABLE}${holding(`jsonencode({ Statement = [{ ${body} }] })`)}`;

  it.each([
    [
      'a principal',
      'Effect = "Allow", Principal = { AWS = var.text }, Action = "a"',
      'Allow AWS=? a on absent if absent',
    ],
    [
      'principals',
      'Effect = "Allow", Principal = { AWS = var.list }, Action = "a"',
      'Allow AWS=?|… a on absent if absent',
    ],
    ['all principals', 'Effect = "Allow", Principal = var.x, Action = "a"', 'Allow unknown a on absent if absent'],
    ['the effect', 'Effect = var.x, Principal = "*", Action = "a"', 'unknown *=* a on absent if absent'],
    [
      'one of the actions',
      'Effect = "Allow", Principal = "*", Action = ["a", var.text]',
      'Allow *=* a|? on absent if absent',
    ],
    [
      'a condition',
      'Effect = "Allow", Principal = "*", Action = "a", Condition = { StringEquals = { "aws:PrincipalOrgID" = var.text } }',
      'Allow *=* a on absent if StringEquals(aws:PrincipalOrgID:?)',
    ],
    [
      'all conditions',
      'Effect = "Allow", Principal = "*", Action = "a", Condition = var.x',
      'Allow *=* a on absent if unknown',
    ],
    [
      'a near miss of a key',
      'Effect = "Allow", Principals = "*", Actions = "a"',
      'Allow unknown unknown on absent if absent',
    ],
  ])('is unknown: %s', (_, body, expected) => {
    expect(only({ 'main.tf': statement(body) }).statements.map(line)).toEqual([expected]);
  });

  it('is what a variable may add to the statements', () => {
    const policy = only({
      'main.tf': `${VARIABLE}${holding('jsonencode({ Statement = concat([{ Effect = "Allow" }], var.x) })')}`,
    });
    expect(policy.isWhole).toBe(false);
  });
});

describe('what a data source makes', () => {
  const read = (body: string, more = '') =>
    only({
      'main.tf': `variable "x" {\n}\n${more}data "aws_iam_policy_document" "d" {\n${body}\n}\n${holding('data.aws_iam_policy_document.d.json')}`,
    });
  const lines = (body: string, more = '') => {
    const { statements, isWhole } = read(body, more);
    return [...statements.map(line), ...(isWhole ? [] : ['…'])];
  };
  const named = (sid: string, action: string) => ({ Sid: sid, Effect: 'Allow', Principal: '*', Action: action });
  const document = (name: string, ...statements: readonly ReturnType<typeof named>[]) =>
    blocksOf({ Version: '2012-10-17', Statement: statements }, name) ?? '';
  const said = (action: string) => `Allow *=* ${action} on absent if absent`;
  const own = 'statement {\n sid = "own"\n actions = ["own"]\n principals {\n type = "*"\n identifiers = ["*"]\n }\n}';

  it('has what it writes by itself', () => {
    expect(read('statement {\n actions = ["a"]\n}').version).toMatchObject({ value: '2012-10-17' });
    expect(lines('statement {\n actions = ["a"]\n}')).toEqual(['Allow absent a on absent if absent']);
  });

  it('merges blocks with equal keys', () => {
    const block = (type: string, who: string) => `principals {\n type = "${type}"\n identifiers = ${who}\n}`;
    const when = (value: string) => `condition {\n test = "StringEquals"\n variable = "k"\n values = ["${value}"]\n}`;
    expect(
      lines(
        `statement {\n actions = ["a"]\n${block('AWS', '["1"]')}\n${block('AWS', '["2", "3"]')}\n${block('Service', '["s"]')}\n${when('x')}\n${when('y')}\n}`,
      ),
    ).toEqual(['Allow AWS=1|AWS=2|AWS=3|Service=s a on absent if StringEquals(k:x,y)']);
  });

  it.each([
    ['documents before', 'source_policy_documents = [data.aws_iam_policy_document.s.json]', ['s', 'own']],
    ['documents after', 'override_policy_documents = [data.aws_iam_policy_document.s.json]', ['own', 's']],
    ['a null among them', 'source_policy_documents = [null, data.aws_iam_policy_document.s.json]', ['s', 'own']],
    [
      'a text among them',
      `source_policy_documents = [jsonencode(${hcl({ Statement: [named('t', 't')] })})]`,
      ['t', 'own'],
    ],
  ])('takes in %s', (_, argument, actions) => {
    expect(lines(`${argument}\n${own}`, document('s', named('s', 's')))).toEqual(actions.map(said));
  });

  it('replaces statements of the same name', () => {
    const more = document('s', named('own', 'theirs'), named('s', 's'));
    expect(lines(`source_policy_documents = [data.aws_iam_policy_document.s.json]\n${own}`, more)).toEqual(
      ['own', 's'].map(said),
    );
    expect(lines(`override_policy_documents = [data.aws_iam_policy_document.s.json]\n${own}`, more)).toEqual(
      ['theirs', 's'].map(said),
    );
  });

  it.each([
    ['a document before that is not known', 'source_policy_documents = [var.x]', [said('own'), '…']],
    ['a document after that is not known', 'override_policy_documents = [var.x]', ['…']],
    ['documents that are not known', 'override_policy_documents = var.x', ['…']],
    ['itself', 'source_policy_documents = [data.aws_iam_policy_document.d.json]', [said('own'), '…']],
  ])('leaves open what it takes in: %s', (_, argument, expected) => {
    expect(lines(`${argument}\n${own}`)).toEqual(expected);
  });
});

it.each([
  [
    'an empty text of a template',
    'resource "aws_ecr_repository_creation_template" "t" {\n  repository_policy = ""\n}\n',
    0,
  ],
  ['null', holding('null'), 0],
  ['a resource that has no instance', holding('"{}"').replace('{', '{\n  count = 0'), 0],
  ['a template', 'resource "aws_ecr_repository_creation_template" "t" {\n  repository_policy = "{}"\n}\n', 1],
  [
    'a branch',
    `variable "x" {\n}\n${holding('var.x ? jsonencode({ Statement = [] }) : jsonencode({ Version = "2012-10-17" })')}`,
    2,
  ],
  [
    'instances that differ',
    'resource "aws_ecr_repository_policy" "p" {\n  for_each = toset(["a", "b"])\n  policy = jsonencode({ Id = each.key })\n}\n',
    2,
  ],
])('sends as many policies as there are: %s', (_, text, count) => {
  expect(policiesIn({ 'main.tf': text })).toHaveLength(count);
});
