import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';

const selection = 'tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 3';
const rule = (inner = selection, priority = 'rulePriority = 1, ') =>
  `{ ${priority}selection = { ${inner} }, action = { type = "expire" } }`;
const call = (body: string, source = 'acme/images/aws') => `module "m" {\n  source = "${source}"\n  ${body}\n}\n`;
const statement = (principal: string, action: string) =>
  `{ Version = "2012-10-17", Statement = [{ Sid = "a", Effect = "Allow", Principal = ${principal}, Action = ${action} }] }`;
const PULL = '["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"]';

/** What the known module of this test asks of every call from 6.0.0 on. */
const MOJ_REQUIRED = [
  'application',
  'business_unit',
  'environment_name',
  'infrastructure_support',
  'is_production',
  'namespace',
  'repo_name',
  'team_name',
]
  .map((name) => `${name} = var.${name}\n`)
  .join('  ');

/** Only the errors and warnings. */
const told = (text: string) => ruleIds(text).filter((id) => /^(error|warning)/.test(id));

describe('a policy that a call gives to a module of which nothing is known', () => {
  it.each([
    `anything = jsonencode({ rules = [${rule()}] })`,
    `anything = { rules = [${rule()}] }`,
    `anything = [${rule()}]`,
    `anything = [${rule(selection, '')}]`,
    `many = { app = { policy = { rules = [${rule()}] } } }`,
    `many = { app = jsonencode({ rules = [${rule()}] }) }`,
    `many = [{ name = "a", rules = [${rule()}] }]`,
    `policy = var.on ? jsonencode({ rules = [${rule()}] }) : null`,
    'policy = <<EOT\n{"rules":[{"rulePriority":1,"selection":{"tagStatus":"tagged","countType":"imageCountMoreThan","countNumber":3},"action":{"type":"expire"}}]}\nEOT',
  ])('is checked by its shape: %s', (body) => {
    expect(told(call(body))).toEqual(['error rule-tag-list-missing']);
    const source = 'github.com/ministryofjustice/cloud-platform-terraform-ecr-credentials?ref=8.0.0';
    expect(told(call(`${MOJ_REQUIRED}  ${body}`, source))).toEqual(['error rule-tag-list-missing']);
  });

  it.each([
    `rules = [${rule('tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3', '')}, ${rule('tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9', '')}]`,
    'rules = []',
    'rules = [{ name = "a", selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 } }]',
    'rules = [{ prefix = "a", expiration = { days = 3 } }]',
    'lifecycle_policy = var.policy',
    'lifecycle_policy = jsonencode({ Rules = [{ ID = "a", Status = "Enabled" }] })',
    'lifecycle_rule = [{ id = "log", enabled = true, selection = "x" }]',
    `count = 0\n  policy = { rules = [${rule()}] }`,
    'policy = ""',
    'policy = null',
    'policy = "policy.json"',
    `policy = jsonencode(${statement('"*"', '"s3:GetObject"')})`,
    'policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ecr:Nothing" }] })',
  ])('is left alone where it is none, or where a module may make it whole: %s', (body) => {
    expect(told(call(body))).toEqual([]);
  });

  it('is checked where it says who may do what', () => {
    expect(told(call(`policy = jsonencode(${statement('"*"', PULL)})`))).toEqual(['warning access-principal-public']);
    expect(told(call(`policy = ${statement('"*"', PULL)}`))).toEqual(['warning access-principal-public']);
    const organization = `policy = ${statement('"*"', PULL).replace(' }] }', ', Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abcdefghij" } } }] }')}`;
    expect(told(call(organization))).toEqual([]);
  });

  it('is left to the module where that is at hand', () => {
    const files = {
      'file:///code/main.tf': call(`policy = { rules = [${rule()}] }`, './m'),
      'file:///code/m/main.tf': 'variable "policy" {\n  type = any\n}\n',
    };
    expect(ruleIds(files)).toEqual([]);
  });
});
