import { describe, expect, it } from 'vitest';
import { namedAccessPolicies } from '../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import { renderDocument } from '../../../../server/src/ecr/documents/renderDocument.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { evaluateWithTerraform, terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import { hcl, holding } from '../../support/accessSpellings.ts';
import { ruleIds, workspaceOf } from '../../support/checkProblems.ts';
import { unformattedAmong } from '../../support/terraformFmt.ts';
import { fail } from './support.ts';

const TO_DOCUMENT = 'Write the policy as a data source aws_iam_policy_document';
const FROM_DOCUMENT = 'Replace the data source with jsonencode({ … })';
const HEREDOC_TO_JSONENCODE = 'Write the heredoc as jsonencode({ … })';
const STRING_TO_JSONENCODE = 'Write the string as jsonencode({ … })';

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const ROOT = 'arn:aws:iam::111122223333:root';

/** Policies that every spelling can say. */
const POLICIES: readonly (readonly [name: string, policy: { readonly [key: string]: unknown }])[] = [
  ['an account', { Statement: [{ Effect: 'Allow', Principal: { AWS: ROOT }, Action: PULL }] }],
  ['one statement without a list', { Statement: { Effect: 'Allow', Principal: { AWS: ROOT }, Action: PULL } }],
  [
    'a name and an id',
    { Id: 'mine', Statement: [{ Sid: 'One', Effect: 'Allow', Principal: { AWS: ROOT }, Action: PULL }] },
  ],
  ['one action as a text', { Statement: [{ Effect: 'Allow', Principal: { AWS: ROOT }, Action: 'ecr:*' }] }],
  [
    'everyone by a word',
    {
      Statement: [
        { Effect: 'Deny', Principal: '*', Action: 'ecr:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ],
    },
  ],
  [
    'everyone by AWS',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: PULL,
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        },
      ],
    },
  ],
  [
    'several kinds of principals',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: [ROOT, 'arn:aws:iam::444455556666:root'], Service: 'codebuild.amazonaws.com' },
          Action: PULL,
        },
      ],
    },
  ],
  [
    'excluded principals and actions',
    {
      Statement: [{ Effect: 'Deny', NotPrincipal: { AWS: ROOT }, NotAction: ['ecr:DescribeImages', 'ecr:ListImages'] }],
    },
  ],
  [
    'several operators and keys',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: PULL,
          Condition: {
            StringLike: {
              'aws:PrincipalArn': ['arn:aws:iam::*:role/a', 'arn:aws:iam::*:role/b'],
              'aws:PrincipalAccount': '1*',
            },
            'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' },
          },
        },
      ],
    },
  ],
  [
    'two statements',
    {
      Statement: [
        { Sid: 'A', Effect: 'Allow', Principal: { AWS: ROOT }, Action: PULL },
        {
          Sid: 'B',
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: PULL,
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:111122223333:function:*' } },
        },
      ],
    },
  ],
  [
    'resources',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: ROOT },
          Action: ['ecr:ReplicateImage', 'ecr:CreateRepository'],
          Resource: [
            'arn:aws:ecr:eu-west-1:444455556666:repository/b/*',
            'arn:aws:ecr:eu-west-1:444455556666:repository/a/*',
          ],
        },
      ],
    },
  ],
  [
    'a variable of IAM',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: ROOT },
          Action: PULL,
          Condition: { StringEquals: { 'aws:PrincipalTag/team': '${aws:ResourceTag/team}' } },
        },
      ],
    },
  ],
];

interface Taken {
  readonly refusal: string | null;
  readonly text: string;
}

/** A text after the refactoring with that title at the policy's argument. */
function take(title: string, text: string): Taken | null {
  const workspace = workspaceOf({ 'main.tf': text });
  const at = text.indexOf('policy =') + 3;
  const request = { uri: 'main.tf', range: { start: at, end: at }, createsFiles: false };
  const offer = refactoringsAt(workspace, request, () => true, fail).find((one) => one.title === title);
  if (offer === undefined) return null;
  if (offer.refusal !== null) return { refusal: offer.refusal, text };
  const edits = editsOfRefactoring(workspace, request, offer)?.edits.get('main.tf') ?? [];
  return { refusal: null, text: applyEdits(text, edits) ?? 'the edits overlap' };
}

/** The JSON that Terraform sends, with sets in one order and lists of one as that one. */
function meaning(text: string): unknown {
  const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  const made = named && renderDocument(named.access);
  if (made?.kind !== 'text') throw new Error(`nothing is known of ${text}`);
  return normal(JSON.parse(made.text), '');
}

const SETS = ['Action', 'NotAction', 'Resource', 'NotResource', 'AWS', 'Service'];

function normal(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, ''));
    const sorted = SETS.includes(key) ? items.toSorted() : items;
    return sorted.length === 1 ? sorted[0] : sorted;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, normal(member, name)]));
}

const faults = (text: string) => ruleIds(text).filter((line) => /^(?:error|warning)/.test(line));
const written: string[] = [];
const encoded: { expression: string; json: unknown }[] = [];

function expectSame(before: string, taken: Taken | null): string {
  expect(taken).toMatchObject({ refusal: null });
  const after = taken?.text ?? '';
  expect(meaning(after)).toEqual(meaning(before));
  expect(faults(after)).toEqual(faults(before));
  written.push(after);
  return after;
}

describe.each(POLICIES)('%s', (_name, parts) => {
  const policy = { Version: '2012-10-17', ...parts };
  const json = JSON.stringify(policy, null, 2);
  const target = json.includes('Replicate') ? 'registry' : 'repository';
  const spelled = {
    jsonencode: holding(`jsonencode(${hcl(JSON.parse(json))})`, target),
    heredoc: holding(`<<EOF\n${hcl(JSON.parse(json))}\nEOF`, target),
    string: holding(hcl(JSON.stringify(policy)), target),
  };

  it('goes from a heredoc and a string to jsonencode, which Terraform evaluates to the same', () => {
    for (const [title, before] of [
      [HEREDOC_TO_JSONENCODE, spelled.heredoc],
      [STRING_TO_JSONENCODE, spelled.string],
    ] as const) {
      const after = expectSame(before, take(title, before));
      const expression = /policy\s*= (jsonencode\(.*\))\n\}\n$/s.exec(after)?.[1] ?? '';
      encoded.push({ expression, json: JSON.parse(json) });
    }
  });

  it.each(Object.entries(spelled))('goes from %s to the data source and back', (_spelling, before) => {
    const made = expectSame(before, take(TO_DOCUMENT, before));
    expect(made).toContain('data "aws_iam_policy_document" "p" {');
    const back = expectSame(made, take(FROM_DOCUMENT, made));
    expect(back).not.toContain('aws_iam_policy_document');
    const expression = /policy\s*= (jsonencode\(.*\))\n\}\n$/s.exec(back)?.[1] ?? '';
    encoded.push({ expression, json: JSON.parse(json) });
  });
});

it('Terraform evaluates each jsonencode to the JSON that was there', (context) => {
  if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
  const answers = evaluateWithTerraform(encoded.map(({ expression }) => `jsondecode(${expression})`));
  expect(answers.length).toBe(5 * POLICIES.length);
  const read = answers.map((answer) => normal(answer === null ? null : JSON.parse(answer), ''));
  expect(read).toEqual(encoded.map(({ json }) => normal(json, '')));
});

it('what is written is laid out as terraform fmt leaves it', () => {
  const judged = written.flatMap((text) => /^data .*?\n\}\n/s.exec(text)?.[0] ?? []);
  expect(judged.length).toBe(3 * POLICIES.length);
  expect([...unformattedAmong(judged)].slice(0, 1)).toEqual([]);
});

describe('what one spelling cannot say is refused', () => {
  const statement = { Effect: 'Allow', Principal: { AWS: ROOT }, Action: PULL };
  it.each([
    ['no version', { Statement: [statement] }, /^Version is missing, and the data source sets it to 2012-10-17/],
    [
      'no effect',
      { Version: '2012-10-17', Statement: [{ Principal: { AWS: ROOT }, Action: PULL }] },
      /^Effect is missing/,
    ],
    [
      'a number in a condition',
      {
        Version: '2012-10-17',
        Statement: [{ ...statement, Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': 300 } } }],
      },
      /not of the type/,
    ],
    [
      'an element of no argument',
      { Version: '2012-10-17', Statement: [{ ...statement, Comment: 'x' }] },
      /no argument for Comment/,
    ],
    ['an empty list', { Version: '2012-10-17', Statement: [{ ...statement, Action: [] }] }, /empty list/],
    [
      'text that would begin a variable',
      {
        Version: '2012-10-17',
        Statement: [{ ...statement, Condition: { StringEquals: { 'aws:PrincipalTag/a': '&{b}' } } }],
      },
      /beginning of an IAM variable/,
    ],
  ])('%s', (_name, policy, reason) => {
    expect(take(TO_DOCUMENT, holding(`jsonencode(${hcl(policy)})`))?.refusal).toMatch(reason);
  });

  const data = (more: string, body = 'actions = ["ecr:ListImages", "ecr:DescribeImages"]') =>
    `data "aws_iam_policy_document" "d" {\n${more}  statement {\n    ${body}\n  }\n}\n\n${holding('data.aws_iam_policy_document.d.json')}`;
  it.each([
    [
      'other documents',
      data('  source_policy_documents = [var.base]\n'),
      /merges other documents with source_policy_documents/,
    ],
    ['documents that override', data('  override_policy_documents = [var.base]\n'), /merges other documents/],
    ['variables of IAM', data('', 'resources = ["a", "b&{aws:username}"]'), /begin with \$\{ in the JSON/],
    ['several instances', data('  for_each = toset(["a"])\n'), /for_each/],
    ['a dynamic block', data('  dynamic "statement" {\n    for_each = var.all\n    content {}\n  }\n'), /dynamic/],
  ])('from the data source with %s', (_name, text, reason) => {
    expect(take(FROM_DOCUMENT, text)?.refusal).toMatch(reason);
  });
});
