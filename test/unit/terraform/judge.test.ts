import type { TestContext } from 'vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWithTerraform, validateWithTerraform, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "a" {\n  name = "team/api"\n}\n';

/** Texts that Terraform rejects with the stand-in, with the summary and the line that it names. */
const REFUSED: readonly (readonly [string, string, number])[] = [
  ['resource "aws_ecr_repository" "a" {}\n', 'Missing required argument', 1],
  [`${REPOSITORY.slice(0, -2)}  force = true\n}\n`, 'Unsupported argument', 3],
  [`${REPOSITORY.slice(0, -2)}  scanning {}\n}\n`, 'Unsupported block type', 3],
  [`${REPOSITORY.slice(0, -2)}  force_delete = "yes"\n}\n`, 'Incorrect attribute value type', 3],
  [`${REPOSITORY.slice(0, -2)}  repository_url = "x"\n}\n`, 'Value for unconfigurable attribute', 3],
  ['resource "aws_ecr_repository" "a" {\n  name = null\n}\n', 'Missing required argument', 2],
  ['resource "aws_ecr_repo" "a" {\n  name = "a"\n}\n', 'Invalid resource type', 1],
  [`${REPOSITORY}output "o" {\n  value = aws_ecr_repository.a.uri\n}\n`, 'Unsupported attribute', 5],
  [`${REPOSITORY}output "o" {\n  value = aws_ecr_repository.b.arn\n}\n`, 'Reference to undeclared resource', 5],
  [
    'data "aws_ecr_repositories" "a" {}\noutput "o" {\n  value = data.aws_ecr_repositories.a.names[0]\n}\n',
    'Invalid index',
    3,
  ],
];

const ACCEPTED: readonly string[] = [
  REPOSITORY,
  `${REPOSITORY}output "o" {\n  value = aws_ecr_repository.a.repository_url\n}\n`,
  'data "aws_ecr_image" "a" {\n  repository_name = "a"\n  most_recent     = true\n}\n',
  'ephemeral "aws_ecr_authorization_token" "a" {}\n',
  'resource "aws_ecr_replication_configuration" "a" {}\n',
];

const CALLED = {
  'main.tf': 'module "m" {\n  source = "./m"\n  names  = ["a"]\n}\n',
  'm/main.tf':
    'variable "names" {\n  type = set(string)\n}\nresource "aws_ecr_repository" "a" {\n  for_each = var.names\n  name     = each.key\n}\n',
};

/** A repository that was created with another name than in the code would be replaced. */
const WORLD = {
  aws_ecr_repository: {
    'team/api': {
      name: 'team/api',
      image_tag_mutability: 'IMMUTABLE',
      image_scanning_configuration: [{ scan_on_push: false }],
      encryption_configuration: [{ encryption_type: 'AES256', kms_key: '' }],
    },
  },
};

function imported(body: string): string {
  return `resource "aws_ecr_repository" "a" {\n${body}}\nimport {\n  to = aws_ecr_repository.a\n  id = "team/api"\n}\n`;
}

const PLANS: readonly (readonly [string, string])[] = [
  [REPOSITORY, 'create'],
  [imported('  name                 = "team/api"\n  image_tag_mutability = "IMMUTABLE"\n'), 'no-op'],
  [imported('  name = "team/api"\n'), 'update'],
  [imported('  name                 = "team/other"\n  image_tag_mutability = "IMMUTABLE"\n'), 'delete,create'],
];

describe('the judge: Terraform with a stand-in for the AWS provider', () => {
  let standIn: StandIn | null = null;
  let reason: string | null = null;

  beforeAll(async () => {
    reason = await whyNoTerraform();
    if (reason === null) standIn = await startStandIn(WORLD);
  });

  afterAll(() => standIn?.close());

  /** The stand-in; without Terraform the test is skipped, with the reason. */
  function judgeOf(context: TestContext): StandIn {
    return standIn ?? context.skip(reason ?? 'the stand-in did not start');
  }

  it.for(REFUSED)('refuses %j', async ([text, summary, line], context) => {
    const verdicts = await validateWithTerraform(judgeOf(context), { 'main.tf': text });
    expect(verdicts.map((verdict) => [verdict.summary, verdict.lines?.[0]])).toContainEqual([summary, line]);
  });

  it.for(ACCEPTED.map((text) => ({ 'main.tf': text })).concat(CALLED))('accepts %j', async (files, context) => {
    expect(await validateWithTerraform(judgeOf(context), files)).toEqual([]);
  });

  it.for(PLANS)('plans %j as a %s', async ([text, actions], context) => {
    const plan = await planWithTerraform(judgeOf(context), { 'main.tf': text });
    expect(plan).toEqual({ 'aws_ecr_repository.a': actions });
  });

  it('says why no plan is made', async (context) => {
    const files = { 'main.tf': 'resource "aws_ecr_repository" "a" {}\n' };
    await expect(planWithTerraform(judgeOf(context), files)).rejects.toThrow('Missing required argument');
  });
});
