import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';

const uriOf = (name: string) => `file:///project/${name}`;

const block = (name: string) => `resource "x" "${name}" {}\n`;

/** The addresses of everything that the workspace considers code. */
const addresses = (workspace: Workspace) =>
  workspace.modules.flatMap((module) => [...module.allBlocks()].map(({ address }) => address));

describe('files that OpenTofu alone reads', () => {
  it('are read', () => {
    const workspace = new Workspace();
    workspace.setDiskFile(uriOf('main.tofu'), block('main'));
    workspace.setDiskFile(uriOf('more.tofu.json'), JSON.stringify({ resource: { x: { more: {} } } }));
    expect(addresses(workspace)).toEqual(['x.main', 'x.more']);
  });

  it.each(['.tf', '.tf.json'])('stand in the place of the same name with %s, whichever comes first', (ending) => {
    const content = (name: string) =>
      ending === '.tf' ? block(name) : JSON.stringify({ resource: { x: { [name]: {} } } });
    const terraform = [uriOf(`main${ending}`), content('terraform')] as const;
    const tofu = [uriOf(`main${ending.replace('.tf', '.tofu')}`), content('tofu')] as const;
    for (const order of [
      [terraform, tofu],
      [tofu, terraform],
    ]) {
      const workspace = new Workspace();
      for (const [uri, text] of order) workspace.setDiskFile(uri, text);
      workspace.setDiskFile(uriOf('other.tf'), block('other'));
      expect(addresses(workspace).sort()).toEqual(['x.other', 'x.tofu']);
      workspace.openDocument(...terraform);
      expect(addresses(workspace).sort()).toEqual(['x.other', 'x.tofu']);
      workspace.setDiskFile(tofu[0], null);
      expect(addresses(workspace).sort()).toEqual(['x.other', 'x.terraform']);
    }
  });

  it('leave the same name alone in another folder and under another ending', () => {
    const workspace = new Workspace();
    workspace.setDiskFile(uriOf('main.tofu'), block('tofu'));
    workspace.setDiskFile(uriOf('main.tf.json'), JSON.stringify({ resource: { x: { json: {} } } }));
    workspace.setDiskFile(uriOf('other/main.tf'), block('other'));
    expect(addresses(workspace).sort()).toEqual(['x.json', 'x.other', 'x.tofu']);
  });
});

describe('files of other tools', () => {
  it.each([
    'terragrunt.hcl',
    'terragrunt.stack.hcl',
    'components.tfcomponent.hcl',
    'components.tfstack.hcl',
    'deployments.tfdeploy.hcl',
    'main.tftest.hcl',
    'main.tofutest.hcl',
    'mocks.tfmock.hcl',
    'list.tfquery.hcl',
    'main.tf.tmpl',
    'main.tf.bak',
    'image.pkr.hcl',
    'job.nomad',
    'policy.json',
  ])('%s is no part of a module, though an editor opens it as Terraform code', (name) => {
    const workspace = new Workspace();
    workspace.setDiskFile(uriOf('main.tf'), block('main'));
    workspace.openDocument(uriOf(name), block('foreign'));
    expect(addresses(workspace)).toEqual(['x.main']);
    workspace.closeDocument(uriOf(name));
    expect(addresses(workspace)).toEqual(['x.main']);
  });

  it('texts without a name are read', () => {
    const workspace = new Workspace();
    workspace.openDocument('untitled:Untitled-1', block('new'));
    expect(addresses(workspace)).toEqual(['x.new']);
  });
});
