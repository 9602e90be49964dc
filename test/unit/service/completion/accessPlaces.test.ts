import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { withoutStops } from '../../../../server/src/service/completion/items/snippet.ts';
import { hasTurn } from '../../support/longTests.ts';

/** The text around the policy in its module. */
const BESIDE = `resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_iam_role" "ci" {
  name = "ci"
}

data "aws_caller_identity" "me" {}

locals {
  partner = "arn:aws:iam::444455556666:root"
}
`;

interface Spelled {
  readonly files: Readonly<Record<string, string>>;
  /** The texts that must be JSON, as the spelling contains them. */
  readonly json: (text: string) => string | null;
}

const inResource = (type: string, argument: string, value: string) =>
  `resource "${type}" "p" {\n  ${argument} = ${value}\n}\n`;
const escaped = (json: string) => json.replaceAll('"', '\\"');
const unescaped = (text: string) => text.replaceAll('\\"', '"');

/** A policy's JSON, with the cursor in it, in each spelling. */
const SPELLINGS: Readonly<Record<string, (json: string) => Spelled>> = {
  jsonencode: (json) => ({
    files: { 'main.tf': inResource('aws_ecr_registry_policy', 'policy', `jsonencode(${json})`) },
    json: () => null,
  }),
  heredoc: (json) => ({
    files: { 'main.tf': inResource('aws_ecr_registry_policy', 'policy', `<<EOF\n${json}\nEOF`) },
    json: (text) => /<<EOF\n(.*)\nEOF\n/s.exec(text)?.[1] ?? '',
  }),
  'quoted string': (json) => ({
    files: { 'main.tf': inResource('aws_ecr_registry_policy', 'policy', `"${escaped(json)}"`) },
    json: (text) => unescaped(/policy = "(.*)"\n/.exec(text)?.[1] ?? ''),
  }),
  'awscc text': (json) => ({
    files: { 'main.tf': inResource('awscc_ecr_registry_policy', 'policy_text', `jsonencode(${json})`) },
    json: () => null,
  }),
  local: (json) => ({
    files: {
      'main.tf': `locals {\n  p = ${json}\n}\n${inResource('aws_ecr_registry_policy', 'policy', 'jsonencode(local.p)')}`,
    },
    json: () => null,
  }),
  file: (json) => ({
    files: {
      'p.json': json,
      'main.tf': inResource('aws_ecr_registry_policy', 'policy', 'file("${path.module}/p.json")'),
    },
    json: (text) => text,
  }),
};

/** The places of one statement, and the required suggestions there. */
const PLACES: readonly (readonly [name: string, statement: string, ...labels: string[]])[] = [
  ['an action in its quotes', '"Action": ["$0"]', 'ecr:ReplicateImage', 'ecr:BatchGetImage', 'ecr:*'],
  ['an action half written', '"Action": ["ecr:Bat$0"]', 'ecr:BatchGetImage'],
  ['an action in the place of a list', '"Action": "ecr:$0"', 'ecr:PutImage'],
  ['an action without quotes', '"Action": $0', 'ecr:PutImage'],
  ['a second action', '"Action": ["ecr:PutImage", "$0"]', 'ecr:BatchGetImage'],
  ['a second action without quotes', '"Action": ["ecr:PutImage", $0]', 'ecr:BatchGetImage'],
  ['an action before another', '"Action": [$0"ecr:PutImage"]', 'ecr:BatchGetImage'],
  ['an action behind another without its comma', '"Action": ["ecr:PutImage" $0]', 'ecr:BatchGetImage'],
  ['an excluded action', '"NotAction": ["$0"]', 'ecr:DeleteRepository'],
  ['a whole registry', '"Resource": "$0"', 'arn:aws:ecr:REGION:ACCOUNT:repository/*', '*'],
  ['a principal', '"Principal": {"AWS": "$0"}', 'arn:aws:iam::ACCOUNT:root', '*'],
  ['a principal without quotes', '"Principal": {"AWS": [$0]}', 'arn:aws:iam::ACCOUNT:root'],
  ['a service', '"Principal": {"Service": "lam$0"}', 'lambda.amazonaws.com', 'codebuild.amazonaws.com'],
  ['everyone or an object', '"Principal": $0', '*', '{ AWS … }', '{ Service … }'],
  ['a kind of principals', '"Principal": {"$0": "x"}', 'AWS', 'Service'],
  ['an operator', '"Condition": {"$0": {}}', 'StringEquals', 'ForAnyValue:StringLike'],
  ['an operator without quotes', '"Condition": {$0}', 'StringLike', 'ArnLike'],
  ['a condition key', '"Condition": {"StringEquals": {"aws:$0": "x"}}', 'aws:PrincipalOrgID', 'aws:SourceAccount'],
  ['a condition key without a value', '"Condition": {"ArnLike": {"aws:Src$0"}}', 'aws:SourceArn', 'aws:PrincipalArn'],
  [
    'a second condition key',
    '"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5", $0}}',
    'aws:SourceAccount',
  ],
  ['a value', '"Condition": {"StringEquals": {"aws:PrincipalOrgID": "$0"}}', 'o-a1b2c3d4e5'],
  ['a value of truth', '"Condition": {"Bool": {"aws:SecureTransport": "$0"}}', 'true', 'false'],
  [
    'a value in a list',
    '"Condition": {"ArnLike": {"aws:SourceArn": [$0]}}',
    'arn:aws:lambda:eu-west-1:111122223333:function:*',
  ],
  ['an effect', '"Effect": "$0"', 'Allow', 'Deny'],
  ['a key of the statement', '"Effect": "Allow", "$0": "x"', 'Principal', 'Action', 'Condition', 'Resource'],
];

const RECIPES = ['let another account replicate images into this registry'];

const policy = (statement: string) => `{"Version": "2012-10-17", "Statement": [{${statement}}]}`;

interface Opened {
  readonly uri: string;
  readonly text: string;
  readonly items: ReturnType<typeof complete>;
  readonly offset: number;
}

function open(files: Readonly<Record<string, string>>): Opened {
  const workspace = new Workspace();
  let found: { name: string; text: string; offset: number } | null = null;
  for (const [name, marked] of Object.entries(files)) {
    const offset = marked.indexOf('$0');
    const text = marked.replace('$0', '');
    if (offset !== -1) found = { name, text, offset };
    const whole = name === 'main.tf' ? `${text}\n${BESIDE}` : text;
    if (name.endsWith('.json')) workspace.setAttachedFile(`file:///module/${name}`, text);
    else workspace.openDocument(`file:///module/${name}`, whole);
    if (found?.name === name) found = { ...found, text: whole };
  }
  const module = workspace.moduleOf('file:///module/main.tf');
  if (found === null || module === undefined) throw new Error('one file has the cursor');
  const uri = `file:///module/${found.name}`;
  // A file that no module has read yet is read when a policy asks for it.
  const items = complete({ module, uri, offset: found.offset, offersArguments: true });
  return { uri, text: found.text, items, offset: found.offset };
}

/** Only some of the many similar items; all of them in the long tests. */
function inTurn(items: Opened['items']): Opened['items'] {
  return items.filter((_, index) => hasTurn(index, items.length > 20 ? 6 : 1));
}

function accepted({ text }: Opened, item: Opened['items'][number]): string {
  const { start, end, text: inserted, isSnippet } = item.insert;
  const written = isSnippet ? withoutStops(inserted) : inserted;
  const { commaAt = null } = item;
  const before = commaAt === null ? text.slice(0, start) : `${text.slice(0, commaAt)},${text.slice(commaAt, start)}`;
  return before + written + text.slice(end);
}

async function judge(uri: string, text: string): Promise<string | null> {
  if (uri.endsWith('.json')) return null;
  try {
    await parse('main.tf', text);
    return null;
  } catch (error) {
    return `${String(error).split('\n')[0]}\n${text}`;
  }
}

function jsonOf(text: string | null): string | null {
  if (text === null) return null;
  try {
    // Interpolations are in quotes wherever they are offered here.
    JSON.parse(text);
    return null;
  } catch (error) {
    return `${String(error)}\n${text}`;
  }
}

for (const [spelling, spell] of Object.entries(SPELLINGS)) {
  describe(`completion in ${spelling}`, () => {
    it.each(PLACES)('%s', async (_name, statement, ...labels) => {
      const spelled = spell(policy(statement));
      const opened = open(spelled.files);
      const offered = opened.items.map(({ label }) => label);
      expect(offered).toEqual(expect.arrayContaining(labels));
      const wrong: string[] = [];
      for (const item of inTurn(opened.items)) {
        const text = accepted(opened, item);
        const refusal = (await judge(opened.uri, text)) ?? jsonOf(spelled.json(text));
        if (refusal !== null) wrong.push(`${item.label}: ${refusal}`);
      }
      expect(wrong.slice(0, 2)).toEqual([]);
    });
  });
}

describe('statements for the usual aims', () => {
  for (const [spelling, spell] of Object.entries(SPELLINGS)) {
    it.each([
      ['in an empty list', '{"Version": "2012-10-17", "Statement": [$0]}'],
      ['behind another', '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow"}, $0]}'],
      ['behind another that lacks its comma', '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow"}\n$0]}'],
    ])(`${spelling}: %s`, async (name, json) => {
      if (spelling === 'quoted string' && json.includes('\n')) return;
      const spelled = spell(json);
      const opened = open(spelled.files);
      const offered = opened.items.filter(({ label }) => label.startsWith('let '));
      expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(RECIPES));
      const wrong: string[] = [];
      for (const item of offered) {
        const text = accepted(opened, item);
        const refusal = (await judge(opened.uri, text)) ?? jsonOf(spelled.json(text));
        if (refusal !== null) wrong.push(`${name}, ${item.label}: ${refusal}`);
      }
      expect(wrong.slice(0, 1)).toEqual([]);
    });
  }

  it('are blocks in the data source', async () => {
    const code =
      'data "aws_iam_policy_document" "d" {\n  $0\n}\n\nresource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n  policy     = data.aws_iam_policy_document.d.json\n}\n';
    const opened = open({ 'main.tf': code });
    const offered = opened.items.filter(({ label }) => label.startsWith('let '));
    expect(offered.length).toBe(6);
    for (const item of offered) expect(await judge(opened.uri, accepted(opened, item))).toBe(null);
  });
});

const BLOCKS: readonly (readonly [name: string, statement: string, ...labels: string[]])[] = [
  ['an argument of a statement', '$0', 'actions', 'effect', 'principals', 'condition'],
  ['the effect', 'effect = "$0"', 'Allow', 'Deny'],
  ['an action', 'actions = ["$0"]', 'ecr:BatchGetImage'],
  ['an action without brackets', 'actions = $0', 'ecr:BatchGetImage'],
  ['a second action on its own line', 'actions = [\n      "ecr:PutImage",\n      $0\n    ]', 'ecr:BatchGetImage'],
  ['an excluded action', 'not_actions = ["$0"]', 'ecr:DeleteRepository'],
  ['an argument of principals', 'principals {\n      $0\n    }', 'type', 'identifiers'],
  ['a kind of principals', 'principals {\n      type = "$0"\n    }', 'AWS', 'Service'],
  [
    'an account',
    'principals {\n      type = "AWS"\n      identifiers = [$0]\n    }',
    'arn:aws:iam::444455556666:root',
    'aws_iam_role.ci.arn',
  ],
  [
    'an account before its kind',
    'principals {\n      identifiers = ["$0"]\n      type = "AWS"\n    }',
    'aws_iam_role.ci.arn',
    'this account (data.aws_caller_identity.me)',
  ],
  ['a service', 'principals {\n      type = "Service"\n      identifiers = ["$0"]\n    }', 'lambda.amazonaws.com'],
  ['an argument of a condition', 'condition {\n      $0\n    }', 'test', 'variable', 'values'],
  ['an operator', 'condition {\n      test = "$0"\n    }', 'StringEquals', 'ForAnyValue:StringLike'],
  ['a condition key', 'condition {\n      test = "StringEquals"\n      variable = "$0"\n    }', 'aws:PrincipalOrgID'],
  [
    'a value',
    'condition {\n      test = "StringEquals"\n      variable = "aws:PrincipalOrgID"\n      values = [$0]\n    }',
    'o-a1b2c3d4e5',
  ],
  [
    'a dynamic block',
    'dynamic "principals" {\n      for_each = ["AWS"]\n      content {\n        type = "AWS"\n        identifiers = ["$0"]\n      }\n    }',
    'arn:aws:iam::ACCOUNT:root',
  ],
];

describe('completion in blocks of the data source', () => {
  it.each(BLOCKS)('%s', async (_name, statement, ...labels) => {
    const code = `data "aws_iam_policy_document" "d" {\n  statement {\n    ${statement}\n  }\n}\n\nresource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n  policy     = data.aws_iam_policy_document.d.json\n}\n`;
    const opened = open({ 'main.tf': code });
    expect(opened.items.map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
    const wrong = [];
    for (const item of inTurn(opened.items)) {
      const refusal = await judge(opened.uri, accepted(opened, item));
      if (refusal !== null) wrong.push(`${item.label}: ${refusal}`);
    }
    expect(wrong.slice(0, 2)).toEqual([]);
  });
});

describe('where nothing of ECR can be meant', () => {
  const s3 = (action: string) =>
    `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = jsonencode({ Statement = [{ Action = [${action}] }] })\n}\n`;
  it.each([
    ['the policy of a bucket', s3('"$0"')],
    [
      'a lifecycle policy',
      'resource "aws_ecr_lifecycle_policy" "l" {\n  policy = jsonencode({ Action = ["$0"] })\n}\n',
    ],
    ['a comment', 'resource "aws_ecr_repository_policy" "l" {\n  policy = jsonencode({ Action = [ # "$0\n] })\n}\n'],
    [
      'an interpolation',
      'resource "aws_ecr_repository_policy" "l" {\n  policy = jsonencode({ Action = ["${var.$0}"] })\n}\n',
    ],
    ['the tags of a repository', 'resource "aws_ecr_repository" "r" {\n  tags = { Action = "$0" }\n}\n'],
    ['a variable', 'variable "v" {\n  default = { Action = ["$0"] }\n}\n'],
  ])('offers no action in %s', (_name, code) => {
    const labels = open({ 'main.tf': code }).items.map(({ label }) => label);
    expect(labels.filter((label) => label.includes('ecr:'))).toEqual([]);
  });

  it('leaves documents of modules without ECR alone', () => {
    const workspace = new Workspace();
    const code = 'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = [""]\n  }\n}\n';
    workspace.openDocument('file:///m/main.tf', code);
    const module = workspace.moduleOf('file:///m/main.tf');
    const offset = code.indexOf('""') + 1;
    expect(module && complete({ module, uri: 'file:///m/main.tf', offset, offersArguments: true })).toEqual([]);
  });
});

describe('text of which half is missing', () => {
  const head = 'resource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n';
  it.each([
    ['nothing closed', `${head}  policy = jsonencode({\n    Statement = [{\n      Action = ["ecr:$0`],
    [
      'a quote left open',
      `${head}  policy = jsonencode({\n    Statement = [{\n      Action = ["ecr:$0\n    }]\n  })\n}\n`,
    ],
    ['braces left open', `${head}  policy = jsonencode({\n    Statement = [{\n      Action = $0\n}\n`],
    ['a heredoc left open', `${head}  policy = <<EOF\n{"Statement": [{"Action": ["ecr:$0\n`],
    ['a heredoc with open brackets', `${head}  policy = <<EOF\n{"Statement": [{"Action": ["ecr:$0\nEOF\n}\n`],
    ['a quoted text left open', `${head}  policy = "{\\"Statement\\": [{\\"Action\\": [\\"ecr:$0\n}\n`],
    [
      'a statement before it that lacks its comma',
      `${head}  policy = jsonencode({\n    Statement = [{ Effect = "Allow" }\n      { Action = ["$0"] }]\n  })\n}\n`,
    ],
    [
      'keys behind it',
      `${head}  policy = jsonencode({\n    Statement = [{\n      Action = "ecr:$0\n      Effect = "Allow"\n    }]\n  })\n}\n`,
    ],
  ])('is completed with %s', (_name, code) => {
    expect(open({ 'main.tf': code }).items.map(({ label }) => label)).toContain('ecr:GetDownloadUrlForLayer');
  });
});
