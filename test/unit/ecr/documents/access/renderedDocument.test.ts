import { describe, expect, it } from 'vitest';
import {
  accessDocumentAt,
  namedAccessPolicies,
} from '../../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import type { RenderedDocument } from '../../../../../server/src/ecr/documents/renderDocument.ts';
import { renderDocument } from '../../../../../server/src/ecr/documents/renderDocument.ts';
import { workspaceOf } from '../../../support/checkProblems.ts';

/** The output of the data source `d` of a module, as a repository's policy uses it. */
function rendered(code: string, attribute = 'json'): RenderedDocument {
  const holder = `resource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n  policy = data.aws_iam_policy_document.d.${attribute}\n}\n`;
  const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': code + holder }), 'main.tf');
  if (named === undefined) throw new Error('there is a policy');
  return renderDocument(named.access);
}

function text(code: string, attribute = 'json'): string {
  const made = rendered(code, attribute);
  if (made.kind !== 'text') throw new Error(made.parts.map(({ because }) => because).join('; '));
  return made.text;
}

const document = (body: string) => `data "aws_iam_policy_document" "d" {\n${body}\n}\n`;
const statement = (body: string) => document(`  statement {\n${body}\n  }`);

/** Blocks, and the JSON that the data source writes for them. */
const VECTORS: readonly (readonly [name: string, code: string, json: string])[] = [
  [
    'one action, one principal: texts instead of lists, in the order of the provider',
    statement(`
      condition {
        test     = "StringEquals"
        variable = "aws:PrincipalOrgID"
        values   = ["o-1234567890"]
      }
      principals {
        type        = "AWS"
        identifiers = ["111122223333"]
      }
      actions = ["ecr:PutImage"]
      effect  = "Deny"
      sid     = "One"`),
    '{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Deny","Action":"ecr:PutImage","Principal":{"AWS":"111122223333"},"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}]}',
  ],
  [
    'actions sorted in reverse, each once',
    statement('actions = ["ecr:BatchGetImage", "ecr:PutImage", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]'),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:PutImage","ecr:GetDownloadUrlForLayer","ecr:BatchGetImage"]}]}',
  ],
  [
    'the same action twice is one',
    statement('actions = ["ecr:PutImage", "ecr:PutImage"]'),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:PutImage"}]}',
  ],
  [
    'principals of several kinds, sorted by kind, their identifiers in reverse',
    statement(`
      actions = ["ecr:*"]
      principals {
        type        = "Service"
        identifiers = ["codebuild.amazonaws.com"]
      }
      principals {
        type        = "AWS"
        identifiers = ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"]
      }
      principals {
        type        = "Federated"
        identifiers = ["arn:aws:iam::111122223333:saml-provider/a", "cognito-identity.amazonaws.com"]
      }`),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::111122223333:root"],"Federated":["cognito-identity.amazonaws.com","arn:aws:iam::111122223333:saml-provider/a"],"Service":"codebuild.amazonaws.com"}}]}',
  ],
  [
    'everyone by the star alone',
    statement('actions = ["ecr:*"]\n principals {\n type = "*"\n identifiers = ["*"]\n }'),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Principal":"*"}]}',
  ],
  [
    'everyone by AWS stays an object',
    statement('actions = ["ecr:*"]\n principals {\n type = "AWS"\n identifiers = ["*"]\n }'),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Principal":{"AWS":"*"}}]}',
  ],
  [
    'all that there is to exclude',
    statement(`
      not_actions   = ["ecr:DeleteRepository", "ecr:BatchDeleteImage"]
      not_resources = ["arn:aws:ecr:eu-west-1:111122223333:repository/b", "arn:aws:ecr:eu-west-1:111122223333:repository/c"]
      not_principals {
        type        = "AWS"
        identifiers = ["111122223333"]
      }`),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["ecr:DeleteRepository","ecr:BatchDeleteImage"],"NotResource":["arn:aws:ecr:eu-west-1:111122223333:repository/c","arn:aws:ecr:eu-west-1:111122223333:repository/b"],"NotPrincipal":{"AWS":"111122223333"}}]}',
  ],
  [
    'values of conditions in the order in which they stand, operators and keys sorted',
    statement(`
      actions   = ["ecr:*"]
      resources = ["*"]
      condition {
        test     = "StringLike"
        variable = "aws:PrincipalArn"
        values   = ["", "a/", "b/&{aws:username}/"]
      }
      condition {
        test     = "ForAllValues:StringEquals"
        variable = "aws:TagKeys"
        values   = ["z", "a"]
      }
      condition {
        test     = "StringLike"
        variable = "aws:PrincipalAccount"
        values   = ["1*"]
      }`),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["z","a"]},"StringLike":{"aws:PrincipalAccount":"1*","aws:PrincipalArn":["","a/","b/${aws:username}/"]}}}]}',
  ],
  [
    'two conditions on one key give their values together',
    statement(`
      actions = ["ecr:*"]
      condition {
        test     = "StringEquals"
        variable = "aws:PrincipalOrgID"
        values   = ["o-1111111111"]
      }
      condition {
        test     = "StringEquals"
        variable = "aws:PrincipalOrgID"
        values   = ["o-2222222222"]
      }`),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Condition":{"StringEquals":{"aws:PrincipalOrgID":["o-1111111111","o-2222222222"]}}}]}',
  ],
  [
    'variables of IAM in resources and identifiers, not in actions',
    statement(`
      actions   = ["ecr:&{x}"]
      resources = ["arn:aws:ecr:eu-west-1:111122223333:repository/&{aws:PrincipalTag/team}/*"]
      principals {
        type        = "AWS"
        identifiers = ["&{aws:userid}"]
      }`),
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:\\u0026{x}","Resource":"arn:aws:ecr:eu-west-1:111122223333:repository/${aws:PrincipalTag/team}/*","Principal":{"AWS":"${aws:userid}"}}]}',
  ],
  ['no statement', document(''), '{"Version":"2012-10-17","Statement":null}'],
  [
    'version and id',
    document(
      '  version = "2008-10-17"\n  policy_id = "mine"\n  statement {\n    sid = ""\n    actions = ["ecr:*"]\n  }',
    ),
    '{"Version":"2008-10-17","Id":"mine","Statement":[{"Effect":"Allow","Action":"ecr:*"}]}',
  ],
  [
    'blocks made by dynamic',
    `locals {\n  accounts = ["111122223333", "444455556666"]\n}\n${document(`
  dynamic "statement" {
    for_each = local.accounts
    content {
      sid     = "A\${statement.key}"
      actions = ["ecr:BatchGetImage"]
      principals {
        type        = "AWS"
        identifiers = [statement.value]
      }
    }
  }`)}`,
    '{"Version":"2012-10-17","Statement":[{"Sid":"A0","Effect":"Allow","Action":"ecr:BatchGetImage","Principal":{"AWS":"111122223333"}},{"Sid":"A1","Effect":"Allow","Action":"ecr:BatchGetImage","Principal":{"AWS":"444455556666"}}]}',
  ],
  [
    'another document taken in: its actions keep their order, its principals are sorted',
    `${document(`
  source_policy_documents = [jsonencode({
    Version = "2008-10-17"
    Id      = "theirs"
    Statement = [{
      Action    = ["ecr:BatchGetImage", "ecr:PutImage"]
      Effect    = "Allow"
      Sid       = "Theirs"
      Principal = { AWS = ["111122223333", "444455556666"] }
      Condition = { Bool = { "aws:SecureTransport" = true } }
    }]
  })]
  statement {
    sid     = "Mine"
    actions = ["ecr:PutImage"]
  }`)}`,
    '{"Version":"2012-10-17","Id":"theirs","Statement":[{"Sid":"Theirs","Effect":"Allow","Action":["ecr:BatchGetImage","ecr:PutImage"],"Principal":{"AWS":["444455556666","111122223333"]},"Condition":{"Bool":{"aws:SecureTransport":"true"}}},{"Sid":"Mine","Effect":"Allow","Action":"ecr:PutImage"}]}',
  ],
  [
    'a statement overridden by its name, another added',
    `data "aws_iam_policy_document" "o" {
  statement {
    sid     = "A"
    effect  = "Deny"
    actions = ["ecr:*"]
  }
  statement {
    sid     = "New"
    actions = ["ecr:PutImage"]
  }
}
${document(`
  override_policy_documents = [data.aws_iam_policy_document.o.json]
  statement {
    sid     = "A"
    actions = ["ecr:BatchGetImage"]
  }
  statement {
    actions = ["ecr:ListImages"]
  }`)}`,
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"ecr:*"},{"Effect":"Allow","Action":"ecr:ListImages"},{"Sid":"New","Effect":"Allow","Action":"ecr:PutImage"}]}',
  ],
];

describe('what the data source writes for its blocks', () => {
  it.each(VECTORS)('%s', (_name, code, json) => {
    expect(text(code)).toBe(json);
    expect(text(code, 'minified_json')).toBe(json);
  });

  it('names what is not known', () => {
    const made = rendered(
      statement('actions = [aws_ssm_parameter.a.value]\n principals {\n type = "AWS"\n identifiers = aws_x.y.z\n }'),
    );
    expect(made.kind === 'unknown' && made.parts.length).toBe(2);
  });

  it('does not take for whole what a dynamic block may add to', () => {
    const made = rendered(
      document('  dynamic "statement" {\n for_each = data.aws_x.y.z\n content {\n actions = ["ecr:*"]\n }\n }'),
    );
    expect(made.kind).toBe('unknown');
  });
});

describe('a data source by its address', () => {
  it('is rendered whoever takes it, one instance of several too', () => {
    const code = `data "aws_iam_policy_document" "d" {
  for_each = toset(["a", "b"])
  statement {
    sid     = each.key
    actions = ["ecr:PutImage"]
  }
}
`;
    const workspace = workspaceOf({ 'main.tf': code });
    const named = accessDocumentAt(workspace, 'main.tf', 'data.aws_iam_policy_document.d["b"]');
    const made = named && renderDocument(named.access);
    expect(made?.kind === 'text' && made.text).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"b","Effect":"Allow","Action":"ecr:PutImage"}]}',
    );
    expect(accessDocumentAt(workspace, 'main.tf', 'data.aws_iam_policy_document.none')).toBe(null);
    expect(accessDocumentAt(workspace, 'main.tf', 'aws_ecr_repository_policy.d')).toBe(null);
  });
});
