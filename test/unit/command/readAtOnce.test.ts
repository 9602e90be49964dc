import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BlockCheck } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { load } from '../../../server/src/command/load.ts';
import { readCheckOptions } from '../../../server/src/command/options.ts';
import { supplyFrom } from '../../../server/src/command/supply.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

const RULE =
  '{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":"5"},"action":{"type":"expire"}}';

const policy = (expression: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/x"\n  policy = ${expression}\n}\n`;

/** Modules, and the number of their problems that come from the files they read. */
const FOLDERS: Record<string, { readonly files: Record<string, string>; readonly inFiles: number }> = {
  'no lock file': { files: { 'main.tf': policy(`jsonencode({ rules = [] })`) }, inFiles: 0 },
  'a lock file': {
    files: {
      'main.tf': policy(`jsonencode({ rules = [] })`),
      '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.0.0"\n}\n',
    },
    inFiles: 0,
  },
  'a policy file': {
    files: { 'main.tf': policy('file("${path.module}/p.json")'), 'p.json': `{"rules":[${RULE}]}` },
    inFiles: 1,
  },
  'a template': {
    files: {
      'main.tf': policy('templatefile("${path.module}/p.tftpl", { n = 5 })'),
      'p.tftpl': `{"rules":[${RULE.replace('"5"', '"${n}"')}]}`,
    },
    inFiles: 1,
  },
  'a file that names a file': {
    files: {
      'main.tf': `locals {\n  names = jsondecode(file("\${path.module}/names.json"))\n}\n${policy(
        'file("${path.module}/${local.names.policy}")',
      )}`,
      'names.json': '{"policy":"p.json"}',
      'p.json': `{"rules":[${RULE}]}`,
    },
    inFiles: 1,
  },
  'a file that is missing': { files: { 'main.tf': policy('file("${path.module}/p.json")') }, inFiles: 0 },
  'one file for three policies': {
    files: {
      'main.tf': ['a', 'b', 'c']
        .map((name) => policy('file("${path.module}/p.json")').replace('"p"', `"${name}"`).replace('team/x', name))
        .join(''),
      'p.json': `{"rules":[${RULE}]}`,
    },
    inFiles: 1,
  },
  'a file behind a local': {
    files: {
      'main.tf': `locals {\n  p = file("\${path.module}/p.json")\n}\n${policy('local.p')}`,
      'p.json': `{"rules":[${RULE}]}`,
    },
    inFiles: 1,
  },
};

describe('a check of files that modules read', () => {
  it.each(Object.entries(FOLDERS))('looks at each block once: %s', async (_, { files, inFiles }) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'terraform-ecr-once-')));
    made.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const fail = (message: string) => {
      throw new Error(message);
    };
    const output = { print: fail, error: fail, progress: () => undefined, hasColours: false };
    const { workspace, reach, wanted } = await load(readCheckOptions([folder]), output, fail);
    const met: string[] = [];
    const counting: BlockCheck = {
      subject: 'block',
      id: 'counting',
      title: 'Counts the looks at a block',
      severity: 'error',
      check({ address }) {
        met.push(address);
        return [];
      },
    };
    const context = new ServiceContext(
      workspace,
      new ProblemFinder(fail, [counting, ...CHECKS]),
      supplyFrom(reach, workspace),
    );
    const settings = { rules: {}, overrides: {}, companionReports: false };
    const [module] = workspace.modules;
    const found = module === undefined ? new Map() : context.problemsOfModule(module, settings);
    expect(met.length).toBeGreaterThan(0);
    expect(met).toEqual([...new Set(met)]);
    expect([...found.keys()].filter((uri) => !wanted.has(uri))).toHaveLength(inFiles);
  });
});
