import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';

const ROOT = 'file:///w';

const rule = (priority: string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }`;
const policy = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = ${value}\n}\n`;
const call = 'module "m" {\n  source = "./m"\n}\n';

/** Modules with one problem each, by file, and the rule that reports it in the file. */
const PROBLEMS: readonly (readonly [rule: string, files: Readonly<Record<string, string>>, uri: string])[] = [
  ['policy-number-range', { 'main.tf': policy(`jsonencode({ rules = [${rule('0')}] })`) }, 'main.tf'],
  [
    'policy-number-range',
    { 'main.tf': `locals {\n  n = 0\n}\n${policy(`jsonencode({ rules = [${rule('local.n')}] })`)}` },
    'main.tf',
  ],
  [
    'repository-mutability-value',
    { 'main.tf': 'resource "aws_ecr_repository" "r" {\n  name = "team/app"\n  image_tag_mutability = "IMUTABLE"\n}\n' },
    'main.tf',
  ],
  ['repository-name', { 'main.tf': 'resource "aws_ecr_repository" "r" {\n  name = "team/App"\n}\n' }, 'main.tf'],
  ['import-id', { 'main.tf': 'import {\n  to = aws_ecr_repository.r\n  id = ""\n}\n' }, 'main.tf'],
  ['reference-cycle', { 'main.tf': `locals {\n  a = local.b\n  b = local.a\n}\n${policy('local.a')}` }, 'main.tf'],
  ['argument-missing', { 'main.tf': 'resource "aws_ecr_lifecycle_policy" "p" {\n}\n' }, 'main.tf'],
  [
    'argument-unknown',
    { 'main.tf': 'resource "aws_ecr_repository" "r" {\n  name  = "team/app"\n  nname = "x"\n}\n' },
    'main.tf',
  ],
  [
    'policy-number-range',
    {
      'main.tf': `${call}${policy('module.m.json')}`,
      'm/main.tf': `output "json" {\n  value = jsonencode({ rules = [${rule('0')}] })\n}\n`,
    },
    'm/main.tf',
  ],
  [
    'policy-number-range',
    {
      'main.tf': call.replace('}', `  p = jsonencode({ rules = [${rule('0')}] })\n}`),
      'm/main.tf': `variable "p" {\n  type = string\n}\n${policy('var.p')}`,
    },
    'main.tf',
  ],
];

const NAMES = [
  'override.tf',
  'x_override.tf',
  'override.tf.json',
  'x_override.tf.json',
  'override.tofu',
  'x_override.tofu',
];

function start(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.setDiskFile(`${ROOT}/${name}`, text);
  return workspace;
}

const finder = new ProblemFinder((ruleId, error) => {
  throw new Error(ruleId, { cause: error });
});

function rulesIn(workspace: Workspace, uri: string): string[] {
  const context = new ServiceContext(workspace, finder);
  return context.problemsOf(`${ROOT}/${uri}`, DEFAULT_PROBLEM_SETTINGS).map(({ problem }) => problem.ruleId);
}

/** The directory of the override file: that of the module with the value. */
const directoryIn = (files: Readonly<Record<string, string>>) => ('m/main.tf' in files ? `${ROOT}/m` : ROOT);

describe('an override file that cannot be read', () => {
  const cases = PROBLEMS.flatMap(([id, files, uri], index) => {
    const name = NAMES[index % NAMES.length] ?? '';
    return [[id, name, files, uri] as const];
  });

  it.each(cases)('makes what it could replace unknown: %s, %s', (id, name, files, uri) => {
    const workspace = start(files);
    expect(rulesIn(workspace, uri)).toContain(id);
    const override = `${directoryIn(files)}/${name}`;
    workspace.setUnreadable(override);
    expect(rulesIn(workspace, uri)).toEqual([]);
    // As soon as its text is known, it counts.
    workspace.openDocument(override, name.endsWith('.json') ? '{}' : '');
    expect(rulesIn(workspace, uri)).toContain(id);
    workspace.closeDocument(override);
    expect(rulesIn(workspace, uri)).toEqual([]);
    workspace.setDiskFile(override, null);
    expect(rulesIn(workspace, uri)).toContain(id);
  });

  it.each(cases)('in another folder changes nothing: %s, %s', (id, name, files, uri) => {
    const workspace = start(files);
    workspace.setUnreadable(`${ROOT}/elsewhere/${name}`);
    expect(rulesIn(workspace, uri)).toContain(id);
  });

  it.each(cases)('is more than any other file: %s, %s', (id, name, files, uri) => {
    const workspace = start(files);
    workspace.setUnreadable(`${directoryIn(files)}/${name.replace('override', 'overridden')}`);
    expect(rulesIn(workspace, uri)).toContain(id);
  });

  it('leaves what does not parse to be told', () => {
    const workspace = start({ 'main.tf': `${policy('jsonencode({})')}resource "aws_ecr_repository" {{\n` });
    workspace.setUnreadable(`${ROOT}/override.tf`);
    expect(rulesIn(workspace, 'main.tf')).toContain('syntax');
  });
});
