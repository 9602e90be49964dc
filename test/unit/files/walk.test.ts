import { describe, expect, it } from 'vitest';
import { clientFiles } from '../../../server/src/files/clientFiles.ts';
import { limited } from '../../../server/src/files/limited.ts';
import type { FolderEntry } from '../../../server/src/protocol/fileRequests.ts';
import { READ_FILE } from '../../../server/src/protocol/fileRequests.ts';

const ROOT = 'vscode-vfs://github/team/infra';

/** A client with these files; each answer takes a turn of its own. */
function clientWith(files: Readonly<Record<string, string>>) {
  let underWay = 0;
  let most = 0;
  const access = clientFiles(async (method, parameters) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    underWay -= 1;
    const { uri } = parameters as { readonly uri: string };
    const path = uri.slice(ROOT.length + 1);
    return method === READ_FILE ? { text: files[path] } : entriesOf(Object.keys(files), path);
  });
  return {
    list: async () => (await access.list(ROOT, [])).map((uri) => uri.slice(ROOT.length + 1)),
    most: () => most,
  };
}

function entriesOf(paths: readonly string[], folder: string): FolderEntry[] {
  const start = folder === '' ? '' : `${folder}/`;
  const below = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  const kinds = new Map(
    below.map((path) => [path.split('/')[0] ?? '', path.includes('/') ? 'folder' : 'file'] as const),
  );
  return [...kinds].map(([name, kind]) => ({ address: `${ROOT}/${start}${name}`, name, kind }));
}

describe('the files of a folder that the client reads', () => {
  it('are those of modules and settings, in the order of their names', async () => {
    const names = ['z/main.tf', 'b.tofu', 'a.tf', 'notes.md', 'policy.json', '.terraform-ecr.json', 'b/x.auto.tfvars'];
    const client = clientWith(Object.fromEntries(names.map((name) => [name, ''])));
    expect(await client.list()).toEqual(['.terraform-ecr.json', 'a.tf', 'b/x.auto.tfvars', 'b.tofu', 'z/main.tf']);
  });

  it('leave out what tools keep there', async () => {
    const client = clientWith({
      '.terraform/modules/m/main.tf': '',
      '.git/x.tf': '',
      'node_modules/p/x.tf': '',
      'main.tf': '',
    });
    expect(await client.list()).toEqual(['main.tf']);
  });

  it('leave out what git ignores, the deeper file having the last word', async () => {
    const client = clientWith({
      '.gitignore': '*.auto.tfvars\n/build/\nkeep/*.tf\n',
      'build/main.tf': '',
      'app/build/main.tf': '',
      'app/x.auto.tfvars': '',
      'keep/.gitignore': '!wanted.tf\n',
      'keep/wanted.tf': '',
      'keep/other.tf': '',
    });
    expect(await client.list()).toEqual(['app/build/main.tf', 'keep/wanted.tf']);
  });

  it('are asked for together, but not all at once', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `folder${index}/main.tf`);
    const client = clientWith(Object.fromEntries(names.map((name) => [name, ''])));
    expect(await client.list()).toEqual([...names].sort());
    expect(client.most()).toBe(16);
  });
});

describe('a limited function', () => {
  it('goes on after a failure', async () => {
    const work = limited(1, async (fails: boolean) => {
      if (fails) throw new Error('failed');
      return 'done';
    });
    const outcomes = await Promise.allSettled([work(true), work(true), work(false)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
