import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const SCHEMAS = resolve('schemas/output');

const validate = (name: string, text: string) => {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const isValid = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8')));
  isValid(JSON.parse(text));
  return isValid.errors ?? [];
};

const IMAGES = JSON.stringify({
  imageDetails: [{ imageDigest: `sha256:${'a'.repeat(64)}`, imageTags: ['v1'], imagePushedAt: '2026-01-01T00:00:00Z' }],
});

const PLAN = JSON.stringify({
  format_version: '1.2',
  terraform_version: '1.11.4',
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: 'aws_ecr_repository.app',
      mode: 'managed',
      type: 'aws_ecr_repository',
      name: 'app',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['delete'], before: { name: 'app', force_delete: true }, after: null, after_unknown: {} },
    },
  ],
  configuration: {},
});

/** Code with everything that an output may contain: data sources, calls, related places, unread files, guarantees. */
const FILES = {
  'main.tf': `${WRONG}
resource "aws_ecr_repository" "a" {
  name = "app"
}

resource "aws_ecr_repository_policy" "a" {
  repository = aws_ecr_repository.a.name
  policy     = jsonencode({ Version = "2012-10-17", Statement = [] })
}

data "aws_ecr_repository" "b" {
  name = "b"
}

module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}

module "ecr" {
  source          = "terraform-aws-modules/ecr/aws"
  repository_name = "x"
}

module "gone" {
  source = "../../gone"
}
`,
  'two.tf': WRONG.replace('"p"', '"q"').replace('"app"', '"web"'),
  'right.tf': RIGHT.replace('"p"', '"r"').replace('"app"', '"last"'),
  'images.json': IMAGES,
  'plan.json': PLAN,
  '.terraform-ecr.json': JSON.stringify({ keep: [{ tags: ['v*'], newest: 3 }] }),
};

describe('the published schemas', () => {
  it.each([
    ['check', ['check', '--format', 'json', '--min-severity', 'hint']],
    ['check', ['check', '--format', 'json', 'plan.json']],
    ['check', ['check', '--format', 'json', '--rule', 'rule-count-unit-missing=off', 'right.tf']],
    ['statistics', ['check', '--statistics', '--format', 'json', '--min-severity', 'hint']],
    ['simulate', ['simulate', '--format', 'json', 'right.tf']],
    ['simulate', ['simulate', '--format', 'json', '--images', 'images.json', 'right.tf']],
    ['review', ['review', '--format', 'json', 'plan.json']],
    ['review', ['review', '--format', 'json', '--images', 'images.json', '--', 'plan.json']],
    ['rules', ['rules', '--format', 'json']],
    ['rules', ['rules', 'syntax', '--format', 'json']],
    ['list', ['list', '--format', 'json', 'main.tf']],
  ])('%s holds for %j', (name, words) => {
    const { stdout, stderr } = run(folderWith(FILES), ...words);
    expect(stdout, stderr).not.toBe('');
    expect(validate(name, stdout)).toEqual([]);
  });

  it.each(readdirSync(SCHEMAS))('%s refuses what has another key, or lacks one', (file) => {
    const name = file.replace('.schema.json', '');
    const schema = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8'));
    expect(validate(name, JSON.stringify({ version: 1 })).length).toBe(schema.required.length - 1);
    expect(validate(name, '{"version":2,"more":1}').some(({ keyword }) => keyword === 'additionalProperties')).toBe(
      true,
    );
  });
});
