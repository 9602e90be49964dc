import { describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import { codeAround } from '../../../server/src/importer/codeAround.ts';
import { importRegistry } from '../../../server/src/importer/importRegistry.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { layOut } from '../../../server/src/syntax/edit/layout.ts';
import { shareOf } from '../support/longTests.ts';
import { unformattedAmong } from '../support/terraformFmt.ts';
import { randomRegistry } from './randomRegistry.ts';
import { access, file, importOf, keep, lifecycle, repositories, repository } from './support.ts';
import type { RealRegistry } from './worlds.ts';
import { outputsOf, pullBy, REGISTRIES } from './worlds.ts';

const RANDOM = Array.from({ length: shareOf(400, 20) }, (_, seed) => randomRegistry(seed));
const ALL = [...Object.values(REGISTRIES), ...RANDOM];

function workspaceWith(code: string): Workspace {
  const workspace = new Workspace();
  workspace.openDocument('file:///w/imports.tf', code);
  return workspace;
}

function moduleIn(workspace: Workspace) {
  const module = workspace.moduleOf('file:///w/imports.tf');
  if (module === undefined) throw new Error('the code was not read');
  return module;
}

describe('the code', () => {
  const codes = ALL.flatMap((real) => [false, true].map((forEach) => importOf(outputsOf(real), { forEach }).code));

  it('is laid out as terraform fmt lays it out', () => {
    for (const code of codes) expect(layOut(code)).toBe(code);
    expect([...unformattedAmong(codes)]).toEqual([]);
  });

  it('gives no problem at warning and above that it does not mention itself', () => {
    const finder = new ProblemFinder((id, error) => {
      throw new Error(`${id}: ${String(error)}`);
    });
    for (const code of codes) {
      const module = moduleIn(workspaceWith(code));
      const problems = [...problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS).values()].flat();
      const grave = problems.filter(({ problem }) => ['error', 'warning'].includes(problem.severity));
      for (const { problem } of grave) expect(code).toContain(`# AWS stores this, but ${problem.ruleId}: `);
    }
  });

  it('is the same for the same input in another order', () => {
    const files = outputsOf(randomRegistry(3));
    const turned = Object.fromEntries(Object.entries(files).map(([kind, list]) => [kind, [...list].reverse()]));
    expect(importOf(turned).code).toBe(importOf(files).code);
  });
});

/** What our own engine reads back: policies by repository, as canonical JSON. */
function policiesIn(code: string): Record<string, unknown> {
  const workspace = workspaceWith(code);
  const around = codeAround(moduleIn(workspace));
  const labels = new Map([...around.repositories].map(([name, address]) => [address?.split('.')[1] ?? '', name]));
  const named = namedPolicies(workspace, 'file:///w/imports.tf').filter(({ address }) =>
    address.startsWith('aws_ecr_lifecycle'),
  );
  return Object.fromEntries(
    named.map(({ address, policy }) => {
      const rendered = renderDocument(policy);
      if (rendered.kind === 'unknown') throw new Error(`${address} is not known`);
      return [labels.get(address.split('.')[1] ?? '') ?? address, JSON.parse(rendered.text)];
    }),
  );
}

function lifecyclesOf({ repositories: list }: RealRegistry): Record<string, unknown> {
  return Object.fromEntries(
    list.flatMap(({ name, lifecycle: policy }) =>
      policy === undefined ? [] : [[name, typeof policy === 'string' ? JSON.parse(policy) : policy]],
    ),
  );
}

describe('the code read back by the engine', () => {
  it.each([...Object.entries(REGISTRIES), ...RANDOM.map((real, seed) => [`random ${seed}`, real] as const)])(
    'gives the registry again: %s',
    (_, real) => {
      const cached = (real.cacheRules ?? []).map(({ ecrRepositoryPrefix = '' }) => `${ecrRepositoryPrefix}/`);
      const own = real.repositories.filter(({ name }) => !cached.some((prefix) => name.startsWith(prefix)));
      for (const forEach of [false, true]) {
        const { code } = importOf(outputsOf(real), { forEach });
        const around = codeAround(moduleIn(workspaceWith(code)));
        expect([...around.repositories.keys()].sort()).toEqual(own.map(({ name }) => name).sort());
        expect([...around.accessPolicies].sort()).toEqual(
          own
            .filter((one) => one.access !== undefined)
            .map(({ name }) => name)
            .sort(),
        );
        if (!forEach) expect(policiesIn(code)).toEqual(lifecyclesOf(real));
      }
    },
  );
});

describe('comments', () => {
  it('say what AWS stores although a check refuses it', () => {
    const wrong = {
      rules: [
        {
          ...keep(1).rules[0],
          selection: { tagStatus: 'tagged', tagPrefixList: ['*'], countType: 'imageCountMoreThan', countNumber: 2 },
        },
      ],
    };
    const { code } = importOf({
      repositories: repositories(repository('a1')),
      policies: [file('p.json', lifecycle('a1', wrong))],
    });
    expect(code).toMatch(/# AWS stores this, but rule-prefix-wildcard: .*\nresource "aws_ecr_lifecycle_policy" "a1"/);
  });

  it('say what cannot become jsonencode', () => {
    const texts = ['{"rules":[],"rules":[]}', '{"rules":[{"rulePriority":1.5}]}', 'no json'];
    const codes = texts.map(
      (text) =>
        importOf({ repositories: repositories(repository('a1')), policies: [file('p.json', lifecycle('a1', text))] })
          .code,
    );
    expect(codes[0]).toContain(
      '# AWS stores this policy with keys or numbers that jsonencode would change, so it stays a string.',
    );
    expect(codes[0]).toContain(String.raw`policy     = "{\"rules\":[],\"rules\":[]}"`);
    expect(codes[1]).toContain('so it stays a string');
    expect(codes[2]).toContain('# AWS stores this policy, but it is not JSON.');
  });

  it('name deleted principals and the statement that Lambda writes', () => {
    const policies = [
      file('p.json', access('a1', pullBy({ AWS: 'AROAEXAMPLEEXAMPLE12' }))),
      file('q.json', access('a2', pullBy('*', 'LambdaECRImageRetrievalPolicy'))),
    ];
    const { code } = importOf({
      repositories: repositories(repository('a1'), repository('a2')),
      repositoryPolicies: policies,
    });
    expect(code).toContain('# AROAEXAMPLEEXAMPLE12 is what AWS keeps of a role or user that was deleted; remove it.');
    expect(code).toContain('# Lambda wrote the statement LambdaECRImageRetrievalPolicy itself');
  });

  it('cannot be ended by what a file holds', () => {
    const hostile = 'x\nresource "null_resource" "y" {}\r\u2028# ';
    const { code } = importOf({
      repositories: [file(hostile, { repositories: [repository('a1')], nextToken: 'x' })],
      policies: [file(`${hostile}.json`, lifecycle(hostile, keep(1)))],
    });
    expect(code).not.toMatch(/^resource "null_resource"/m);
  });
});

describe('identities', () => {
  it('stand in place of ids where a type has them', () => {
    const real = REGISTRIES['a whole registry'];
    if (real === undefined) throw new Error('no such registry');
    const { code } = importOf(outputsOf(real), { identity: true });
    expect(code).toContain(`  to = aws_ecr_repository.prod_api
  identity = {
    name       = "prod/api"
    account_id = "123456789012"
    region     = "eu-west-1"
  }`);
    expect(code).toContain('  to = aws_ecr_registry_policy.this\n  id = "123456789012"');
    expect(code).toContain('# Needs Terraform 1.12 and hashicorp/aws 6.11.0 for the identities.');
  });

  it('name the repository of a policy', () => {
    const files = outputsOf({ repositories: [{ name: 'a1', lifecycle: keep(1), access: pullBy('*') }] });
    const { code } = importOf(files, { identity: true, forEach: true });
    expect(code.match(/repository = each\.key/g)).toHaveLength(0 + 2);
  });
});

describe('code that is there already', () => {
  const files = outputsOf({
    repositories: [
      { name: 'known', lifecycle: keep(1), access: pullBy('*') },
      { name: 'keyed', lifecycle: keep(2) },
      { name: 'inner', lifecycle: keep(3) },
      { name: 'covered', lifecycle: keep(4) },
      { name: 'new' },
    ],
  });
  const main = `resource "aws_ecr_repository" "mine" {
  name = "known"
}
resource "aws_ecr_repository" "new" {
  name = "something-else"
}
resource "aws_ecr_repository" "each" {
  for_each = toset(["keyed", "covered"])
  name     = each.key
}
resource "aws_ecr_lifecycle_policy" "covered" {
  repository = "covered"
  policy     = "{}"
}
resource "aws_ecr_repository" "open" {
  for_each = var.names
  name     = each.key
}
variable "names" {
  type = set(string)
}
module "inner" {
  source = "./inner"
}
locals {
  lifecycle_policy_x = 1
}
`;

  function into(texts: Readonly<Record<string, string>>): string {
    const workspace = new Workspace();
    for (const [path, text] of Object.entries(texts)) workspace.setDiskFile(`file:///w/${path}`, text);
    const options = { forEach: false, identity: false, regionArgument: false };
    return importRegistry(files, options, { workspace, directory: 'file:///w' }).code;
  }

  it('keeps what it declares, and gets the policies that it lacks', () => {
    const inner = 'resource "aws_ecr_repository" "r" {\n  name = "inner"\n}\n';
    const code = into({ 'main.tf': main, 'inner/main.tf': inner });
    expect([...code.matchAll(/^resource "(\S+)" "(\S+)"/gm)].map(([, type, label]) => `${type}.${label}`)).toEqual([
      'aws_ecr_lifecycle_policy.keyed',
      'aws_ecr_lifecycle_policy.mine',
      'aws_ecr_repository_policy.mine',
      'aws_ecr_repository.new_2',
    ]);
    expect(code).toContain('repository = aws_ecr_repository.each["keyed"].name');
    expect(code).toContain('repository = aws_ecr_repository.mine.name');
    expect(code).toContain('# The policies of inner are left out: the code declares it inside a module.');
    expect(code).toContain(
      '# The names of aws_ecr_repository.open cannot be known here: make sure that none is imported twice.',
    );
  });
});
