import { describe, expect, it } from 'vitest';
import { problemLines, ruleIds } from '../support/checkProblems.ts';

const ROOT = 'file:///code';
const LIST = `${ROOT}/.terraform/modules/modules.json`;

interface Entry {
  readonly Key: string;
  readonly Source: string;
  readonly Dir: string;
  readonly Version?: string;
}

const SELF: Entry = { Key: '', Source: '', Dir: '.' };
const list = (...entries: readonly Entry[]) => JSON.stringify({ Modules: [SELF, ...entries] });

const COPY = `variable "name" {
  type = string
}
variable "keep" {
  type    = number
  default = 30
}
resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }
      action       = { type = "expire" }
    }]
  })
}
`;

const call = (source: string, body: string, name = 'ecr') => `module "${name}" {\n  source = "${source}"\n${body}\n}\n`;
const REGISTRY: Entry = {
  Key: 'ecr',
  Source: 'registry.terraform.io/acme/images/aws',
  Version: '1.2.0',
  Dir: '.terraform/modules/ecr',
};
const files = (text: string, modules: string) => ({
  [`${ROOT}/main.tf`]: text,
  [`${ROOT}/.terraform/modules/ecr/main.tf`]: COPY,
  [LIST]: modules,
});
const told = (all: Record<string, string>) => ruleIds(all).filter((id) => /^(error|warning)/.test(id));

describe('a module that terraform init has installed', () => {
  it.each([
    [call('acme/images/aws', '  version = "~> 1.0"\n  name = "Shop"'), REGISTRY],
    [call('registry.terraform.io/acme/images/aws', '  version = "1.2.0"\n  name = "Shop"'), REGISTRY],
    [call('acme/images/aws', '  name = "Shop"'), { ...REGISTRY, Dir: '.terraform\\modules\\ecr' }],
    [
      call('git::https://git.example.com/images.git?ref=v1', '  name = "Shop"'),
      { Key: 'ecr', Source: 'git::https://git.example.com/images.git?ref=v1', Dir: '.terraform/modules/ecr' },
    ],
    [
      call('github.com/acme/images?ref=v1', '  name = "Shop"'),
      { Key: 'ecr', Source: 'git::https://github.com/acme/images.git?ref=v1', Dir: '.terraform/modules/ecr' },
    ],
    [call('acme/images/aws', '  name = "shop"\n  keep = 0').replace('"Shop"', '"shop"'), REGISTRY],
    [call('acme/images/aws', '  name = "shop"\n  colour = "red"'), REGISTRY],
    [call('acme/images/aws', '  keep = 3'), REGISTRY],
  ])('is followed like one of the workspace: %s', (text, entry) => {
    const all = files(text, list(entry));
    expect(told(all)).toHaveLength(1);
    expect(problemLines(all)[0]).toContain(`${ROOT}/main.tf:`);
  });

  it.each<[string, string]>([
    ['broken', '{"Modules": ['],
    ['no list', '{"Modules": 3}'],
    ['no object', '[]'],
    ['of another source', list({ ...REGISTRY, Source: 'registry.terraform.io/other/images/aws' })],
    ['of another version', list({ ...REGISTRY, Version: '2.0.0' })],
    ['of another call', list({ ...REGISTRY, Key: 'other' })],
    ['leading outside', list({ ...REGISTRY, Dir: '../elsewhere' })],
    ['leading to what is the users own', list({ ...REGISTRY, Dir: 'ecr' })],
    ['of wrong types', '{"Modules":[{"Key":1,"Source":null,"Dir":[]}]}'],
    ['empty', ''],
  ])('is not followed by a list that is %s', (_, text) => {
    expect(told(files(call('acme/images/aws', '  version = "~> 1.0"\n  name = "Shop"'), text))).toEqual([]);
  });

  it('may call others that are installed', () => {
    const outer = 'variable "keep" {\n  type = number\n}\nmodule "in.ner" {}\n'.replace(
      'module "in.ner" {}',
      call('acme/images/aws', '  name = "shop"\n  keep = var.keep', 'inner').trim(),
    );
    const all = {
      ...files(call('git::https://git.example.com/outer.git', '  keep = 0', 'outer'), ''),
      [`${ROOT}/.terraform/modules/outer/main.tf`]: outer,
      [LIST]: list(
        { Key: 'outer', Source: 'git::https://git.example.com/outer.git', Dir: '.terraform/modules/outer' },
        { ...REGISTRY, Key: 'outer.inner' },
      ),
    };
    expect(told(all)).toEqual(['error policy-number-range']);
    expect(problemLines(all)).toEqual([`${ROOT}/main.tf:3:10 error policy-number-range`]);
  });

  it('beats what is known of a public module', () => {
    const text = call('cloudposse/ecr/aws', '  version = "1.0.1"\n  name = "shop"\n  own_input = 1');
    const entry = { ...REGISTRY, Source: 'registry.terraform.io/cloudposse/ecr/aws', Version: '1.0.1' };
    const known = files(text, list({ ...entry, Version: '1.0.2' }));
    expect(told(known)).toEqual(['error module-input']);
    const copy = `${COPY}variable "own_input" {\n  type = number\n}\n`;
    const all = { ...files(text, list(entry)), [`${ROOT}/.terraform/modules/ecr/main.tf`]: copy };
    expect(told(all)).toEqual([]);
  });
});
