import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const DOCUMENT = `data "aws_iam_policy_document" "pull" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

resource "aws_ecr_repository_policy" "app" {
  repository = "app"
  policy     = data.aws_iam_policy_document.pull.json
}
`;

const JSON_TEXT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:GetDownloadUrlForLayer","ecr:BatchGetImage"],"Principal":{"AWS":"arn:aws:iam::111122223333:root"}}]}';

const PLAN = (policy: string, type = 'aws_ecr_repository_policy') =>
  JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: { resources: [{ address: `${type}.app`, mode: 'managed', type, values: { policy } }] },
    },
  });

describe('render of access policies', () => {
  it.each([
    'main.tf',
    'main.tf#aws_ecr_repository_policy.app',
    'main.tf#data.aws_iam_policy_document.pull',
    'main.tf#data.aws_iam_policy_document.pull.json',
    'plan.json',
    'plan.json#aws_ecr_repository_policy.app',
    'policy.json',
  ])('%s', (source) => {
    const folder = folderWith({ 'main.tf': DOCUMENT, 'plan.json': PLAN(JSON_TEXT), 'policy.json': JSON_TEXT });
    expect(run(folder, 'render', '--compact', source)).toEqual({ status: 0, stdout: `${JSON_TEXT}\n`, stderr: '' });
  });

  it('lists policies of both kinds where a file has several', () => {
    const lifecycle = `resource "aws_ecr_lifecycle_policy" "app" {\n  repository = "app"\n  policy = jsonencode({ rules = [] })\n}\n`;
    const { status, stderr } = run(folderWith({ 'main.tf': DOCUMENT + lifecycle }), 'render', 'main.tf');
    expect(status).toBe(2);
    expect(stderr).toContain('main.tf#aws_ecr_lifecycle_policy.app\n  main.tf#aws_ecr_repository_policy.app');
  });

  it('says what is not known', () => {
    const folder = folderWith({ 'main.tf': DOCUMENT.replace('"arn:aws:iam::111122223333:root"', 'var.account') });
    const { status, stdout, stderr } = run(folder, 'render', 'main.tf');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('main.tf:6:22: var.account');
    expect(run(folder, 'render', 'main.tf#data.aws_iam_policy_document.pull').stderr).toContain(
      'main.tf:6:22: var.account',
    );
  });
});

describe('explain of access policies in a plan', () => {
  it('says who may do what', () => {
    const folder = folderWith({ 'plan.json': PLAN(JSON_TEXT) });
    const { status, stdout } = run(folder, 'explain', 'plan.json');
    expect(status).toBe(0);
    expect(stdout).toContain('111122223333');
  });
});

describe('check of access policies that are JSON', () => {
  const summaryOf = (stdout: string) => JSON.parse(stdout).summary;

  it('counts access policies by themselves', () => {
    const { stdout } = run(folderWith({ 'main.tf': DOCUMENT }), 'check', '--format', 'json', '.');
    expect(summaryOf(stdout)).toMatchObject({ policies: 0, accessPolicies: 1, error: 0, warning: 0 });
  });

  it.each([
    ['a file', 'policy.json', JSON_TEXT],
    ['a plan', 'plan.json', PLAN(JSON_TEXT)],
  ])('finds nothing wrong with a right one in %s', (_name, file, text) => {
    const { status, stdout } = run(folderWith({ [file]: text }), 'check', '--format', 'json', file);
    expect(status).toBe(0);
    expect(summaryOf(stdout)).toMatchObject({ policies: 0, accessPolicies: 1, error: 0, warning: 0 });
  });

  it.each([
    ['a file', 'policy.json', (policy: string) => policy],
    ['a plan', 'plan.json', (policy: string) => PLAN(policy)],
  ])('finds what is wrong in %s, on its text', (_name, file, wrapped) => {
    const wrong = JSON_TEXT.replace('"Allow"', '"allow"');
    const { stdout } = run(folderWith({ [file]: wrapped(wrong) }), 'check', '--format', 'json', file);
    expect(JSON.parse(stdout).problems).toMatchObject([{ file, rule: 'access-effect-value', severity: 'warning' }]);
  });

  it('takes the policy of a registry in a plan for one', () => {
    const wrong = JSON_TEXT.replace('"Effect"', '"Resource":"*","Effect"');
    const registry = run(folderWith({ 'plan.json': PLAN(wrong, 'aws_ecr_registry_policy') }), 'check', 'plan.json');
    expect(registry.status).toBe(0);
    const repository = run(folderWith({ 'plan.json': PLAN(wrong) }), 'check', 'plan.json');
    expect(repository.stdout).toContain('access-resource-element');
  });
});
