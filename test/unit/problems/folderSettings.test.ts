import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import type { ProblemSettings } from '../../../server/src/problems/settings.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { onlyCheck } from '../support/checkProblems.ts';

const ROOT = 'file:///project';
const SETTINGS = '.terraform-ecr.json';
const RULE = 'repository-no-lifecycle-policy';
const REPOSITORY = `resource "aws_ecr_repository" "r" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

function workspaceWith(files: Readonly<Record<string, object | string>>): Workspace {
  const workspace = new Workspace();
  for (const [name, content] of Object.entries(files)) {
    workspace.setDiskFile(`${ROOT}/${name}`, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return workspace;
}

/** The severities of the problems in a file that lacks a lifecycle policy. */
function severities(workspace: Workspace, name: string, settings: ProblemSettings = DEFAULT_PROBLEM_SETTINGS) {
  const context = new ServiceContext(workspace, new ProblemFinder(() => undefined, onlyCheck(RULE)));
  return context.problemsOf(`${ROOT}/${name}`, settings).map(({ problem }) => problem.severity);
}

describe('the settings of a folder', () => {
  it('are those of the nearest file upward', () => {
    const workspace = workspaceWith({
      [SETTINGS]: { rules: { [RULE]: 'error' } },
      [`b/${SETTINGS}`]: { rules: { [RULE]: 'hint' } },
      'main.tf': REPOSITORY,
      'a/deep/main.tf': REPOSITORY,
      'b/main.tf': REPOSITORY,
    });
    expect(severities(workspace, 'main.tf')).toEqual(['error']);
    expect(severities(workspace, 'a/deep/main.tf')).toEqual(['error']);
    expect(severities(workspace, 'b/main.tf')).toEqual(['hint']);
  });

  it('count after flags and before the editor', () => {
    const workspace = workspaceWith({ [SETTINGS]: { rules: { [RULE]: 'error' } }, 'main.tf': REPOSITORY });
    const editor: ProblemSettings = { rules: { [RULE]: 'hint' }, companionReports: false };
    expect(severities(workspace, 'main.tf', editor)).toEqual(['error']);
    expect(severities(workspace, 'main.tf', { ...editor, overrides: { [RULE]: 'warning' } })).toEqual(['warning']);
    expect(severities(workspaceWith({ 'main.tf': REPOSITORY }), 'main.tf', editor)).toEqual(['hint']);
  });

  it('leave files out, and rules in some files', () => {
    const files = { 'main.tf': REPOSITORY, 'a/b/main.tf': REPOSITORY, 'ä b/main.tf': REPOSITORY };
    const seen = (settings: object) => {
      const workspace = workspaceWith({ ...files, [SETTINGS]: settings });
      return Object.keys(files).filter((name) => severities(workspace, name).length > 0);
    };
    expect(seen({})).toEqual(['main.tf', 'a/b/main.tf', 'ä b/main.tf']);
    expect(seen({ include: ['a/**'] })).toEqual(['a/b/main.tf']);
    expect(seen({ include: [] })).toEqual([]);
    expect(seen({ exclude: ['b/'] })).toEqual(['main.tf', 'ä b/main.tf']);
    expect(seen({ exclude: ['/main.tf', 'ä b/*.tf'] })).toEqual(['a/b/main.tf']);
    expect(seen({ exclude: ['A'] })).toEqual(['main.tf', 'a/b/main.tf', 'ä b/main.tf']);
    expect(seen({ include: ['*.tf', '!a/**'], exclude: ['ä*/'] })).toEqual(['main.tf']);
    expect(seen({ ignore: [{ files: 'a/**', rules: [RULE] }] })).toEqual(['main.tf', 'ä b/main.tf']);
    expect(seen({ ignore: [{ files: 'a/**', rules: ['syntax'] }] })).toEqual(['main.tf', 'a/b/main.tf', 'ä b/main.tf']);
  });

  it('count for what is right in them', () => {
    const text = `{ "rules": { "${RULE}": "error", "x": 1 }, "include": 3, "ignore": [1, {}], `;
    expect(severities(workspaceWith({ [SETTINGS]: text, 'main.tf': REPOSITORY }), 'main.tf')).toEqual(['error']);
    const names = JSON.stringify({ rules: { toString: 'off', __proto__: null } });
    expect(severities(workspaceWith({ [SETTINGS]: names, 'main.tf': REPOSITORY }), 'main.tf')).toEqual(['info']);
    for (const broken of ['', '[]', 'null', '{', '\0', '['.repeat(5000)]) {
      expect(severities(workspaceWith({ [SETTINGS]: broken, 'main.tf': REPOSITORY }), 'main.tf')).toEqual(['info']);
    }
  });

  it('are read again when the file changes, comes or goes', () => {
    const workspace = workspaceWith({ 'a/main.tf': REPOSITORY });
    const context = new ServiceContext(workspace, new ProblemFinder(() => undefined, onlyCheck(RULE)));
    const now = () =>
      context.problemsOf(`${ROOT}/a/main.tf`, DEFAULT_PROBLEM_SETTINGS).map(({ problem }) => problem.severity);
    expect(now()).toEqual(['info']);
    workspace.setDiskFile(`${ROOT}/${SETTINGS}`, `{ "rules": { "${RULE}": "error" } }`);
    expect(now()).toEqual(['error']);
    workspace.openDocument(`${ROOT}/${SETTINGS}`, `{ "rules": { "${RULE}": "off" } }`);
    expect(now()).toEqual([]);
    workspace.closeDocument(`${ROOT}/${SETTINGS}`);
    workspace.setDiskFile(`${ROOT}/${SETTINGS}`, null);
    expect(now()).toEqual(['info']);
  });
});
