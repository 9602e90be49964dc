import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';

const DIRECTORY = 'file:///project/env';
const FILE = `${DIRECTORY}/main.tf`;

const policyOn = (repository: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = ${repository}
  policy     = file("\${path.module}/policy.json")
}
`;
const importOf = (target: string, id: string) => `import {
  to = ${target}
  id = "${id}"
}
`;
const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const TIGHT =
  'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = ">= 4.0" }\n  }\n}\n';
const EXCLUDING = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filter {
    filter      = "v*"
    filter_type = "WILDCARD"
  }
}
`;

/** The reports of each check about a text that are due to something missing from the module. */
const ABSENCES: readonly (readonly [rule: string, text: string])[] = [
  ['policy-repository-undeclared', policyOn('aws_ecr_repository.app.name')],
  ['policy-repository-undeclared', policyOn('var.repository')],
  ['policy-repository-undeclared', policyOn('local.repository')],
  ['policy-repository-undeclared', policyOn('data.aws_ecr_repository.app.name')],
  ['policy-repository-undeclared', policyOn('aws_ecr_repository.app[0].name')],
  ['import-target-undeclared', importOf('aws_ecr_repository.app', 'team/app')],
  ['import-target-undeclared', importOf('aws_ecr_repository.app["k"]', 'team/app')],
  ['import-target-undeclared', importOf('aws_ecr_lifecycle_policy.app', 'team/app')],
  ['repository-no-lifecycle-policy', REPOSITORY],
  ['repository-scan-on-push', REPOSITORY],
  ['provider-version', TIGHT + EXCLUDING],
  ['suppression-unused', `# terraform-ecr-ignore: repository-force-delete\n${REPOSITORY}`],
];

/** The ways in which a module may contain more than is known. */
const OPENINGS: readonly (readonly [string, (text: string) => { workspace: Workspace; uri: string }])[] = [
  [
    'its directory has not been looked into',
    (text) => {
      const workspace = new Workspace(undefined, { readsLater: true });
      workspace.openDocument(FILE, text);
      return { workspace, uri: FILE };
    },
  ],
  [
    'its directory cannot be looked into',
    (text) => {
      const workspace = new Workspace();
      workspace.setDiskFile(FILE, text);
      workspace.setListed(DIRECTORY, false);
      return { workspace, uri: FILE };
    },
  ],
  [
    'one of its files cannot be read',
    (text) => {
      const workspace = new Workspace();
      workspace.setUnreadable(`${DIRECTORY}/large.tf`);
      workspace.setDiskFile(FILE, text);
      return { workspace, uri: FILE };
    },
  ],
  [
    'it is a text without a place',
    (text) => {
      const workspace = new Workspace();
      workspace.openDocument('untitled:Untitled-1', text);
      return { workspace, uri: 'untitled:Untitled-1' };
    },
  ],
];

describe('what a module lacks', () => {
  it.each(ABSENCES)('is told as %s of a module that is wholly read: %s', (rule, text) => {
    const workspace = new Workspace();
    workspace.setDiskFile(FILE, text);
    expect(idsIn(workspace, FILE)).toContain(rule);
  });

  describe.each(OPENINGS)('is not told while %s', (_, open) => {
    it.each(ABSENCES)('%s: %s', (rule, text) => {
      const { workspace, uri } = open(text);
      expect(idsIn(workspace, uri)).not.toContain(rule);
    });
  });

  it('is told as soon as the rest is read, and no longer when a file turns unreadable', () => {
    const workspace = new Workspace(undefined, { readsLater: true });
    const finder = new ProblemFinder(() => undefined);
    workspace.setDiskFile(FILE, policyOn('aws_ecr_repository.app.name'));
    expect(idsIn(workspace, FILE, finder)).toEqual([]);
    workspace.setListed(DIRECTORY, true);
    expect(idsIn(workspace, FILE, finder)).toEqual(['policy-repository-undeclared']);
    workspace.setUnreadable(`${DIRECTORY}/large.tf`);
    expect(idsIn(workspace, FILE, finder)).toEqual([]);
    workspace.openDocument(`${DIRECTORY}/large.tf`, '');
    expect(idsIn(workspace, FILE, finder)).toEqual(['policy-repository-undeclared']);
    workspace.closeDocument(`${DIRECTORY}/large.tf`);
    workspace.setDiskFile(`${DIRECTORY}/large.tf`, REPOSITORY);
    expect(idsIn(workspace, FILE, finder)).toEqual([]);
    workspace.setDiskFile(`${DIRECTORY}/large.tf`, null);
    expect(idsIn(workspace, FILE, finder)).toEqual(['policy-repository-undeclared']);
  });

  it('does not silence what is written', () => {
    const workspace = new Workspace(undefined, { readsLater: true });
    workspace.openDocument(
      FILE,
      'resource "aws_ecr_repository" "app" {\n  name                 = "team/app"\n  image_tag_mutability = "IMUTABLE"\n}\n',
    );
    expect(idsIn(workspace, FILE)).toContain('repository-mutability-value');
  });

  it('is not told of an unreadable file of another kind', () => {
    const workspace = new Workspace();
    workspace.setDiskFile(FILE, policyOn('var.repository'));
    workspace.setUnreadable(`${DIRECTORY}/terraform.tfvars`);
    expect(idsIn(workspace, FILE)).toEqual(['policy-repository-undeclared']);
  });
});

function idsIn(workspace: Workspace, uri: string, finder = new ProblemFinder(() => undefined)): readonly string[] {
  const module = workspace.moduleOf(uri);
  if (module === undefined) throw new Error('no module');
  problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
  for (const wanted of workspace.takeWantedFiles())
    workspace.setAttachedFile(wanted, { kind: 'unknown', because: 'it is not read' });
  for (const wanted of [`${DIRECTORY}/.terraform.lock.hcl`]) workspace.setAttachedFile(wanted, { kind: 'missing' });
  const problems = problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS).get(uri) ?? [];
  return problems.map(({ problem: { ruleId } }) => ruleId);
}
