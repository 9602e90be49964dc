import { describe, expect, it } from 'vitest';
import type { Check } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import type { Module } from '../../../server/src/module/module.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { HOSTILE_DOCUMENTS } from '../support/hostileDocuments.ts';

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 0 }, action = { type = "expire" } }';
const POLICY = `jsonencode({ rules = [${RULE}] })`;
const policy = (name: string, value: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "app"\n  policy = ${value}\n}\n`;
const STATEMENT = '{ Effect = "Allow", Principal = "*", Action = ["ecr:NoSuch"] }';

/** One block each, in every way that blocks are checked. */
const BLOCKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a policy': { 'main.tf': policy('p', POLICY) },
  'policies of instances': {
    'main.tf': `resource "aws_ecr_lifecycle_policy" "p" {\n  for_each = { a = 0, b = -1 }\n  repository = each.key\n  policy = ${POLICY.replace('countNumber = 0', 'countNumber = each.value')}\n}\n`,
  },
  'branches of a policy': { 'main.tf': `variable "v" {}\n${policy('p', `var.v ? ${POLICY} : "{}"`)}` },
  'an access policy': {
    'main.tf': `resource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ Statement = [${STATEMENT}] })\n}\n`,
  },
  'a document': {
    'main.tf':
      'data "aws_ecr_lifecycle_policy_document" "d" {\n  rule {\n    priority = 0\n    selection {\n      tag_status = "tagged"\n      count_type = "x"\n    }\n  }\n}\n',
  },
  'a repository': {
    'main.tf': 'resource "aws_ecr_repository" "r" {\n  name = "App"\n  image_tag_mutability = "IMUTABLE"\n}\n',
  },
  'a repository of Cloud Control': {
    'main.tf':
      'resource "awscc_ecr_repository" "r" {\n  repository_name = "App"\n  image_tag_mutability = "IMUTABLE"\n}\n',
  },
  'an import': { 'main.tf': 'import {\n  to = aws_ecr_repository.nosuch\n  id = "app"\n}\n' },
  'a call': {
    'main.tf': `module "m" {\n  source = "./m"\n  v = ${POLICY}\n}\n`,
    'm/main.tf': `variable "v" {}\n${policy('p', 'var.v')}`,
  },
  'a call of an unknown module': {
    'main.tf': `module "m" {\n  source = "github.com/acme/ecr"\n  v = ${POLICY}\n  w = [${RULE}]\n}\n`,
  },
  'what a role may do': {
    'main.tf': `resource "aws_ecr_repository" "r" {\n  name = "app"\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ecr:NoSuch"], Resource = "*" }] })\n}\n`,
  },
};

const IDS = Object.keys(BLOCKS);

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.setDiskFile(`file:///w/${name}`, text);
  return workspace;
}

const WAYS: ReadonlySet<string | symbol> = new Set(['check', 'checkArguments', 'checkAccess', 'checkCall']);

/** The checks, each of which counts its runs. */
function counted(onRun: () => void): readonly Check[] {
  return CHECKS.map(
    (check) =>
      new Proxy(check, {
        get(target, name, receiver) {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function' || !WAYS.has(name)) return member;
          return (...given: unknown[]): unknown => {
            onRun();
            return Reflect.apply(member, target, given);
          };
        },
      }),
  );
}

function mostRunsInAStep(files: Readonly<Record<string, string>>): { readonly most: number; readonly all: number } {
  let runs = 0;
  let all = 0;
  let most = 0;
  const finder = new ProblemFinder(
    () => undefined,
    counted(() => {
      runs += 1;
      all += 1;
    }),
  );
  for (const module of workspaceOf(files).modules) {
    for (const _ of finder.stepsTo(module)) {
      most = Math.max(most, runs);
      runs = 0;
    }
  }
  return { most: Math.max(most, runs), all };
}

const told = (finder: ProblemFinder, modules: readonly Module[]) =>
  modules.flatMap((module) =>
    finder.problemsOf(module).map(({ ruleId, message, place }) => [ruleId, message, place.start]),
  );

describe('other work can run between any two checks', () => {
  it.each(IDS)('of %s', (id) => {
    const { most, all } = mostRunsInAStep(BLOCKS[id] ?? {});
    expect({ most, isMany: all > 20 }).toEqual({ most: 1, isMany: true });
  });

  it.each(HOSTILE_DOCUMENTS)('of a document that is costly to examine: $name', ({ files }) => {
    expect(mostRunsInAStep(files).most).toBe(1);
  });
});

describe('problems found step by step', () => {
  it.each(IDS)('are those found at once: %s', (id) => {
    const { modules } = workspaceOf(BLOCKS[id] ?? {});
    const finder = new ProblemFinder(() => undefined);
    for (const module of modules) for (const _ of finder.stepsTo(module));
    const atOnce = told(new ProblemFinder(() => undefined), workspaceOf(BLOCKS[id] ?? {}).modules);
    expect(atOnce.length).toBeGreaterThan(0);
    expect(told(finder, modules)).toEqual(atOnce);
  });

  it.each(IDS)('are found once for two that ask at the same time: %s', (id) => {
    const runsOf = (questioners: number) => {
      let runs = 0;
      const finder = new ProblemFinder(
        () => undefined,
        counted(() => {
          runs += 1;
        }),
      );
      const [module] = workspaceOf(BLOCKS[id] ?? {}).modules;
      if (module === undefined) return null;
      const all = Array.from({ length: questioners }, () => finder.stepsTo(module)[Symbol.iterator]());
      for (let isDone = false; !isDone; ) isDone = all.map((one) => one.next().done).every(Boolean);
      return runs;
    };
    expect(runsOf(2)).toBe(runsOf(1));
    expect(runsOf(3)).toBe(runsOf(1));
  });

  it.each(IDS)('are those of the text as it is at last, whenever it changes: %s', (id) => {
    const files = BLOCKS[id] ?? {};
    const after = { ...files, 'main.tf': `${files['main.tf'] ?? ''}${policy('last', '"{}"')}` };
    const atOnce = told(new ProblemFinder(() => undefined), workspaceOf(after).modules);
    for (const steps of [1, 7, 60, 200]) {
      const workspace = workspaceOf(files);
      const finder = new ProblemFinder(() => undefined);
      const [module] = workspace.modules;
      const begun = module && finder.stepsTo(module)[Symbol.iterator]();
      for (let step = 0; step < steps; step += 1) begun?.next();
      workspace.setDiskFile('file:///w/main.tf', after['main.tf']);
      for (const one of workspace.modules) for (const _ of finder.stepsTo(one));
      expect(told(finder, workspace.modules)).toEqual(atOnce);
    }
  });
});
