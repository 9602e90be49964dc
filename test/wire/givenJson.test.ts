import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const RULE = (unit: string) =>
  `{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed",${unit}"countNumber":14},"action":{"type":"expire"}}`;
const POLICY = (unit: string) => `{"rules":[${RULE(unit)}]}`;
const RIGHT = POLICY('"countUnit":"days",');
const WRONG = POLICY('');

const resource = (address: string, policy: string, type = 'aws_ecr_lifecycle_policy') => ({
  address,
  mode: 'managed',
  type,
  values: type === 'aws_ecr_lifecycle_policy' ? { policy } : { lifecycle_policy: policy },
});

const PLAN = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        resource('aws_ecr_lifecycle_policy.right', RIGHT),
        { address: 'aws_ecr_lifecycle_policy.later', mode: 'managed', type: 'aws_ecr_lifecycle_policy', values: {} },
      ],
      child_modules: [
        {
          resources: [
            resource('module.a.aws_ecr_lifecycle_policy.wrong["x"]', WRONG),
            resource('module.a.aws_ecr_repository_creation_template.t', WRONG, 'aws_ecr_repository_creation_template'),
          ],
        },
      ],
    },
  },
};

interface Told {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly range: { readonly start: { readonly character: number } };
  readonly related: readonly unknown[];
}

describe('check of a plan', () => {
  it('checks every policy that the plan knows, and names whose it is', () => {
    const text = JSON.stringify(PLAN);
    const folder = folderWith({ 'plan.json': text });
    const { status, stdout } = run(folder, 'check', '--format', 'json', 'plan.json');
    expect(status).toBe(1);
    const report = JSON.parse(stdout);
    const value = JSON.stringify(WRONG).indexOf('\\"sinceImagePushed');
    expect(report.summary).toMatchObject({ files: 1, repositories: 0, policies: 3, error: 2, warning: 0 });
    expect(
      report.problems.map(({ file, rule, message, range, related }: Told) => [
        file,
        rule,
        message.split(':')[0],
        range.start.character,
        related,
      ]),
    ).toEqual([
      [
        'plan.json',
        'rule-count-unit-missing',
        'module.a.aws_ecr_lifecycle_policy.wrong["x"]',
        text.indexOf(JSON.stringify(WRONG)) + value,
        [],
      ],
      [
        'plan.json',
        'rule-count-unit-missing',
        'module.a.aws_ecr_repository_creation_template.t',
        text.lastIndexOf(JSON.stringify(WRONG)) + value,
        [],
      ],
    ]);
  });

  it('says nothing of one that is right, and speaks in every format', () => {
    const { planned_values: values, ...rest } = PLAN;
    const right = { ...rest, planned_values: { root_module: { resources: values.root_module.resources } } };
    const folder = folderWith({
      'right.json': JSON.stringify(right, null, 2),
      'plan.json': JSON.stringify(PLAN, null, 2),
    });
    expect(run(folder, 'check', '--min-severity', 'hint', 'right.json')).toMatchObject({ status: 0 });
    for (const format of ['text', 'sarif', 'github', 'junit']) {
      const { status, stdout } = run(folder, 'check', '--format', format, 'plan.json');
      expect(status).toBe(1);
      expect(stdout).toContain('plan.json');
      expect(stdout).toContain('rule-count-unit-missing');
    }
  });

  it('follows the settings above it, and leaves the plan as it is', () => {
    const text = JSON.stringify(PLAN);
    const folder = folderWith({
      'plan.json': text,
      '.terraform-ecr.json': '{ "rules": { "rule-count-unit-missing": "warning" } }',
    });
    expect(run(folder, 'check', '--fix', 'plan.json')).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe(text);
  });
});

describe('check of a policy file', () => {
  it('checks it by itself, on disk and from standard input', () => {
    const folder = folderWith({ 'wrong.json': WRONG, 'right.json': RIGHT });
    const { status, stdout } = run(folder, 'check', 'wrong.json', 'right.json');
    expect(status).toBe(1);
    expect(stdout).toContain(`wrong.json:1:${WRONG.indexOf('"sinceImagePushed"') + 1} error rule-count-unit-missing`);
    expect(stdout).toContain('in 2 files (0 repositories, 2 lifecycle policies)');
  });

  it('mends it, and those that the modules of a folder read', () => {
    const folder = folderWith({
      'given.json': WRONG,
      'infra/main.tf':
        'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("${path.module}/policy.json")\n}\n',
      'infra/policy.json': WRONG,
    });
    const { status, stderr } = run(folder, 'check', '--fix', 'given.json', 'infra');
    expect(status).toBe(0);
    expect(stderr).toContain('fixed given.json: 1 rule-count-unit-missing');
    expect(stderr).toContain('fixed infra/policy.json: 1 rule-count-unit-missing');
    for (const name of ['given.json', 'infra/policy.json']) {
      expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(RIGHT));
    }
  });

  it('leaves a policy file alone when only the Terraform file was given', () => {
    const folder = folderWith({
      'main.tf':
        'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("${path.module}/policy.json")\n}\n',
      'policy.json': WRONG,
    });
    expect(run(folder, 'check', '--fix', 'main.tf')).toMatchObject({ status: 1 });
    expect(readFileSync(join(folder, 'policy.json'), 'utf8')).toBe(WRONG);
  });
});
