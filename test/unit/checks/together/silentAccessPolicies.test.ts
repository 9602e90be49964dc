import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds } from '../../support/checkProblems.ts';

const PULL = '"ecr:GetDownloadUrlForLayer",\n      "ecr:BatchGetImage",\n      "ecr:BatchCheckLayerAvailability"';
const PUSH = `${PULL},\n      "ecr:PutImage",\n      "ecr:InitiateLayerUpload",\n      "ecr:UploadLayerPart",\n      "ecr:CompleteLayerUpload"`;
const REPOSITORY =
  'resource "aws_ecr_repository" "this" {\n  name                 = "team/app"\n  image_tag_mutability = "IMMUTABLE"\n}\n';
const attached = (policy: string, more = '') =>
  `${REPOSITORY}resource "aws_ecr_repository_policy" "this" {\n  repository = aws_ecr_repository.this.name\n  policy     = ${policy}\n}\n${more}`;
const statement = (body: string) =>
  attached('data.aws_iam_policy_document.this.json', `data "aws_iam_policy_document" "this" {\n${body}\n}\n`);
const encoded = (statements: string) =>
  attached(`jsonencode({\n    Version = "2012-10-17"\n    Statement = [${statements}]\n  })`);
const IDENTITY =
  'data "aws_caller_identity" "current" {}\ndata "aws_region" "current" {}\ndata "aws_partition" "current" {}\n';

/** Policies in the shapes that people publish, restated; each is correct. */
const MODULES: readonly (readonly [name: string, text: string | Files])[] = [
  [
    'the example of the provider documentation, with narrowed principals',
    statement(
      `  statement {\n    sid    = "new policy"\n    effect = "Allow"\n    principals {\n      type        = "AWS"\n      identifiers = ["123456789012"]\n    }\n    actions = [${PUSH}, "ecr:DescribeRepositories", "ecr:GetRepositoryPolicy", "ecr:ListImages", "ecr:DeleteRepository", "ecr:BatchDeleteImage", "ecr:SetRepositoryPolicy", "ecr:DeleteRepositoryPolicy"]\n  }`,
    ).replace('sid    = "new policy"', 'sid    = "NewPolicy"'),
  ],
  [
    'accounts from a variable, by format',
    statement(
      `  statement {\n    principals {\n      type        = "AWS"\n      identifiers = formatlist("arn:aws:iam::%s:root", var.account_ids)\n    }\n    actions = [${PULL}]\n  }`,
    ),
  ],
  [
    'accounts by for',
    statement(
      `  statement {\n    principals {\n      type        = "AWS"\n      identifiers = [for id in var.account_ids : "arn:aws:iam::\${id}:root"]\n    }\n    actions = [${PULL}]\n  }`,
    ),
  ],
  [
    'a partition from a data source',
    IDENTITY +
      statement(
        `  statement {\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}:root"]\n    }\n    actions = ["ecr:*"]\n  }`,
      ),
  ],
  [
    'read and push by dynamic blocks',
    statement(
      `  dynamic "statement" {\n    for_each = length(var.readers) > 0 ? [1] : []\n    content {\n      sid = "Read"\n      principals {\n        type        = "AWS"\n        identifiers = var.readers\n      }\n      actions = [${PULL}]\n    }\n  }\n  dynamic "statement" {\n    for_each = length(var.writers) > 0 ? [1] : []\n    content {\n      sid = "Write"\n      principals {\n        type        = "AWS"\n        identifiers = var.writers\n      }\n      actions = [${PUSH}]\n    }\n  }`,
    ),
  ],
  [
    'Lambda with its own statement name',
    encoded(
      `{\n      Sid       = "LambdaECRImageRetrievalPolicy"\n      Effect    = "Allow"\n      Principal = { Service = "lambda.amazonaws.com" }\n      Action    = ["ecr:BatchGetImage", "ecr:DeleteRepositoryPolicy", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"]\n    }`,
    ),
  ],
  [
    'Lambda of the account by its functions',
    IDENTITY +
      encoded(
        `{\n      Effect    = "Allow"\n      Principal = { Service = "lambda.amazonaws.com" }\n      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n      Condition = { StringLike = { "aws:sourceArn" = "arn:aws:lambda:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:function:*" } }\n    }`,
      ),
  ],
  [
    'Lambda of other accounts, both statements',
    encoded(`for_two...`).replace(
      'for_two...',
      `{\n      Sid       = "CrossAccountPermission"\n      Effect    = "Allow"\n      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n      Principal = { AWS = "arn:aws:iam::123456789012:root" }\n    }, {\n      Sid       = "LambdaECRImageCrossAccountRetrievalPolicy"\n      Effect    = "Allow"\n      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n      Principal = { Service = "lambda.amazonaws.com" }\n      Condition = { StringLike = { "aws:sourceARN" = "arn:aws:lambda:us-east-1:123456789012:function:*" } }\n    }`,
    ),
  ],
  [
    'an organisation from a data source',
    'data "aws_organizations_organization" "this" {}\n' +
      encoded(
        `{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = [${PULL}]\n      Condition = { StringEquals = { "aws:PrincipalOrgID" = data.aws_organizations_organization.this.id } }\n    }`,
      ),
  ],
  [
    'an organisation from a variable, in a list',
    encoded(
      `{\n      Effect    = "Allow"\n      Principal = { AWS = ["*"] }\n      Action    = [${PULL}]\n      Condition = { StringEquals = { "aws:PrincipalOrgID" = [var.org_id] } }\n    }`,
    ),
  ],
  [
    'units of an organisation',
    encoded(
      `{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = [${PULL}]\n      Condition = { "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = ["o-abcdefghij/r-abcd/ou-abcd-12345678/*", "o-abcdefghij/r-abcd/ou-abcd-87654321/*"] } }\n    }`,
    ),
  ],
  [
    'roles by a pattern in a condition',
    encoded(
      `{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = [${PULL}]\n      Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/ci-*" }, StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } }\n    }`,
    ),
  ],
  [
    'a heredoc with filled in accounts',
    attached(
      `<<EOF\n{\n  "Version": "2008-10-17",\n  "Statement": [\n    {\n      "Sid": "new statement",\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": [\n          "arn:aws:iam::\${var.account}:root"\n        ]\n      },\n      "Action": [${PULL}]\n    }\n  ]\n}\nEOF`,
    ),
  ],
  [
    'a heredoc with an encoded list',
    attached(
      `<<POLICY\n{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "AWS": \${jsonencode(var.principals)} },\n    "Action": [${PULL}]\n  }]\n}\nPOLICY`,
    ),
  ],
  [
    'a template file',
    {
      'main.tf': attached('templatefile("${path.module}/policy.json.tpl", { account = var.account })'),
      'policy.json.tpl': `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::\${account}:root"}, "Action": [${PULL}]}]}`,
    },
  ],
  [
    'a file',
    {
      'main.tf': attached('file("${path.module}/policy.json")'),
      'policy.json': `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": [${PULL}]}]}`,
    },
  ],
  [
    'for each repository',
    `resource "aws_ecr_repository" "this" {\n  for_each             = var.repositories\n  name                 = each.key\n  image_tag_mutability = "IMMUTABLE"\n}\nresource "aws_ecr_repository_policy" "this" {\n  for_each   = aws_ecr_repository.this\n  repository = each.value.name\n  policy     = data.aws_iam_policy_document.this.json\n}\ndata "aws_iam_policy_document" "this" {\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = [var.account]\n    }\n    actions = [${PULL}]\n  }\n}\n`,
  ],
  [
    'a document for each repository',
    `resource "aws_ecr_repository_policy" "this" {\n  for_each   = var.repositories\n  repository = each.key\n  policy     = data.aws_iam_policy_document.this[each.key].json\n}\ndata "aws_iam_policy_document" "this" {\n  for_each = var.repositories\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = each.value.accounts\n    }\n    actions = [${PULL}]\n  }\n}\n`,
  ],
  [
    'a policy only where accounts are given',
    `resource "aws_ecr_repository_policy" "this" {\n  count      = length(var.accounts) > 0 ? 1 : 0\n  repository = "team/app"\n  policy     = data.aws_iam_policy_document.this[0].json\n}\ndata "aws_iam_policy_document" "this" {\n  count = length(var.accounts) > 0 ? 1 : 0\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = var.accounts\n    }\n    actions = [${PULL}]\n  }\n}\n`,
  ],
  [
    'documents taken together',
    attached(
      'data.aws_iam_policy_document.all.json',
      `data "aws_iam_policy_document" "read" {\n  statement {\n    sid = "Read"\n    principals {\n      type        = "AWS"\n      identifiers = ["123456789012"]\n    }\n    actions = [${PULL}]\n  }\n}\ndata "aws_iam_policy_document" "write" {\n  statement {\n    sid = "Write"\n    principals {\n      type        = "AWS"\n      identifiers = ["210987654321"]\n    }\n    actions = [${PUSH}]\n  }\n}\ndata "aws_iam_policy_document" "all" {\n  source_policy_documents = [data.aws_iam_policy_document.read.json, data.aws_iam_policy_document.write.json]\n}\n`,
    ),
  ],
  [
    "a policy of one's own in place of the default",
    attached(
      'coalesce(var.policy, data.aws_iam_policy_document.this.json)',
      `data "aws_iam_policy_document" "this" {\n  statement {\n    principals {\n      type        = "AWS"\n      identifiers = ["123456789012"]\n    }\n    actions = [${PULL}]\n  }\n}\n`,
    ),
  ],
  [
    'statements that are concatenated',
    `locals {\n  read  = [{ Effect = "Allow", Principal = { AWS = var.readers }, Action = [${PULL}] }]\n  write = [{ Effect = "Allow", Principal = { AWS = var.writers }, Action = [${PUSH}] }]\n}\n${attached('jsonencode({ Version = "2012-10-17", Statement = concat(local.read, local.write) })')}`,
  ],
  [
    'actions in locals',
    `locals {\n  pull = [${PULL}]\n}\n${encoded('{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = local.pull }')}`,
  ],
  [
    'deny without TLS',
    encoded(
      `{ Sid = "Tls", Effect = "Deny", Principal = "*", Action = "ecr:*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }, { Effect = "Allow", Principal = { AWS = "123456789012" }, Action = [${PULL}] }`,
    ),
  ],
  [
    'deny deletion but for a role',
    encoded(
      `{ Effect = "Deny", Principal = "*", Action = ["ecr:DeleteRepository", "ecr:BatchDeleteImage"], Condition = { ArnNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/admin" } } }, { Effect = "Allow", Principal = { AWS = "123456789012" }, Action = [${PULL}] }`,
    ),
  ],
  [
    'a VPC endpoint',
    encoded(
      `{ Effect = "Allow", Principal = "*", Action = [${PULL}], Condition = { StringEquals = { "aws:SourceVpce" = aws_vpc_endpoint.ecr.id } } }`,
    ),
  ],
  [
    'CodeBuild',
    encoded(
      `{ Sid = "CodeBuildAccess", Effect = "Allow", Principal = { Service = "codebuild.amazonaws.com" }, Action = [${PULL}], Condition = { StringEquals = { "aws:SourceAccount" = var.account } } }`,
    ),
  ],
  [
    'SageMaker',
    encoded(`{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = [${PULL}] }`),
  ],
  [
    'a role of the module',
    `resource "aws_iam_role" "ci" {\n  name               = "ci"\n  assume_role_policy = data.aws_iam_policy_document.assume.json\n}\ndata "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["sts:AssumeRoleWithWebIdentity"]\n    principals {\n      type        = "Federated"\n      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]\n    }\n  }\n}\n${encoded(`{ Effect = "Allow", Principal = { AWS = aws_iam_role.ci.arn }, Action = [${PUSH}] }`)}`,
  ],
  [
    'reading with wildcards',
    encoded(
      '{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = ["ecr:Get*", "ecr:BatchGet*", "ecr:BatchCheck*", "ecr:Describe*", "ecr:List*"] }',
    ),
  ],
  [
    'everything for the own root',
    encoded('{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "ecr:*" }'),
  ],
  [
    'replication into the registry',
    IDENTITY +
      `resource "aws_ecr_registry_policy" "this" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Sid       = "testpolicy"\n      Effect    = "Allow"\n      Principal = { AWS = "arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}:root" }\n      Action    = ["ecr:ReplicateImage"]\n      Resource  = ["arn:\${data.aws_partition.current.partition}:ecr:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:repository/*"]\n    }]\n  })\n}\n`,
  ],
  [
    'replication from several accounts',
    IDENTITY +
      `resource "aws_ecr_registry_policy" "this" {\n  policy = data.aws_iam_policy_document.this.json\n}\ndata "aws_iam_policy_document" "this" {\n  dynamic "statement" {\n    for_each = var.source_accounts\n    content {\n      sid       = "Replicate\${statement.key}"\n      actions   = ["ecr:CreateRepository", "ecr:ReplicateImage"]\n      resources = ["arn:aws:ecr:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:repository/*"]\n      principals {\n        type        = "AWS"\n        identifiers = ["arn:aws:iam::\${statement.value}:root"]\n      }\n    }\n  }\n}\n`,
  ],
  [
    'caches for other accounts',
    `resource "aws_ecr_registry_policy" "this" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = { AWS = ["arn:aws:iam::123456789012:root"] }\n      Action    = ["ecr:CreateRepository", "ecr:BatchImportUpstreamImage", "ecr:TagResource"]\n      Resource  = "arn:aws:ecr:eu-west-1:210987654321:repository/docker-hub/*"\n    }]\n  })\n}\n`,
  ],
  [
    'a template for repositories that come later',
    `resource "aws_ecr_repository_creation_template" "this" {\n  prefix            = "team"\n  applied_for       = ["PULL_THROUGH_CACHE"]\n  repository_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = [${PULL}] }] })\n}\n`,
  ],
  [
    'a public repository',
    `provider "aws" {\n  alias  = "virginia"\n  region = "us-east-1"\n}\nresource "aws_ecrpublic_repository" "this" {\n  provider        = aws.virginia\n  repository_name = "app"\n}\nresource "aws_ecrpublic_repository_policy" "this" {\n  provider        = aws.virginia\n  repository_name = aws_ecrpublic_repository.this.repository_name\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = ["ecr-public:BatchCheckLayerAvailability", "ecr-public:PutImage", "ecr-public:InitiateLayerUpload", "ecr-public:UploadLayerPart", "ecr-public:CompleteLayerUpload"] }] })\n}\n`,
  ],
  [
    'the other provider',
    `resource "awscc_ecr_repository" "this" {\n  repository_name      = "team/app"\n  image_tag_mutability = "IMMUTABLE"\n  repository_policy_text = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "AllowPull", Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = [${PULL}] }] })\n}\n`,
  ],
  [
    'the registry of the other provider',
    `resource "awscc_ecr_registry_policy" "this" {\n  policy_text = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = ["ecr:ReplicateImage"], Resource = "arn:aws:ecr:us-east-1:210987654321:repository/*" }] })\n}\n`,
  ],
  [
    'a token in its own identity policy',
    `${REPOSITORY}resource "aws_iam_policy" "push" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }, { Effect = "Allow", Action = [${PUSH}], Resource = aws_ecr_repository.this.arn }] })\n}\n`,
  ],
  [
    'a task that pulls, by a document',
    `${REPOSITORY}data "aws_iam_policy_document" "task" {\n  statement {\n    actions   = ["ecr:GetAuthorizationToken"]\n    resources = ["*"]\n  }\n  statement {\n    actions   = [${PULL}]\n    resources = [aws_ecr_repository.this.arn]\n  }\n}\nresource "aws_iam_role_policy" "task" {\n  role   = "task"\n  policy = data.aws_iam_policy_document.task.json\n}\n`,
  ],
  [
    'a role that other things need too',
    `${REPOSITORY}data "aws_iam_policy_document" "all" {\n  statement {\n    actions   = ["ecr:GetAuthorizationToken", "logs:CreateLogStream", "s3:GetObject"]\n    resources = ["*"]\n  }\n}\n`,
  ],
  [
    'the community module',
    `module "ecr" {\n  source                            = "terraform-aws-modules/ecr/aws"\n  repository_name                   = "app"\n  repository_read_write_access_arns = ["arn:aws:iam::012345678901:role/terraform"]\n  create_lifecycle_policy           = false\n}\n`,
  ],
];

describe('access policies in the shapes in which people publish them', () => {
  it('are many', () => {
    expect(MODULES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(MODULES)('%s: nothing of ours from warnings on', (_name, files) => {
    const all = typeof files === 'string' ? { 'main.tf': files } : files;
    expect(
      ruleIds(all).filter((line) => /^(?:error|warning) /.test(line) && !/reference-undeclared/.test(line)),
    ).toEqual([]);
  });
});
