import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';

const MAIN = 'file:///m/main.tf';
const POLICY = 'file:///m/policies/app.json';

function workspaceWith(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [uri, text] of Object.entries(files)) workspace.setDiskFile(uri, text);
  return workspace;
}

describe('the kind of a text', () => {
  it.each([
    [MAIN, 'module'],
    ['file:///m/main.tf.json', 'module'],
    ['file:///m/main.tofu', 'module'],
    ['file:///m/terraform.tfvars', 'module'],
    ['file:///m/.terraform-ecr.json', 'settings'],
    ['file:///.terraform-ecr.json', 'settings'],
    ['file:///m/.terraform.lock.hcl', undefined],
    ['file:///m/readme.md', undefined],
    [POLICY, undefined],
  ])('is, of %s, %s', (uri, kind) => {
    expect(workspaceWith({ [uri]: '{}' }).documentAt(uri)?.kind).toBe(kind);
    expect(workspaceWith({}).documentAt(uri)).toBe(null);
  });

  it('is that of a policy once a module reads it', () => {
    const workspace = workspaceWith({ [MAIN]: '' });
    workspace.setAttachedFile(POLICY, '{}');
    expect(workspace.documentAt(POLICY)).toMatchObject({ kind: 'policy', uri: POLICY, file: { text: '{}' } });
    workspace.setAttachedFile(POLICY, { kind: 'missing' });
    expect(workspace.documentAt(POLICY)).toBe(null);
  });

  it('comes with the module that the text is part of', () => {
    const workspace = workspaceWith({ [MAIN]: '' });
    expect(workspace.documentAt(MAIN)).toMatchObject({ module: { directory: 'file:///m' } });
    workspace.setDiskFile(MAIN, null);
    expect(workspace.documentAt(MAIN)).toBe(null);
  });
});
