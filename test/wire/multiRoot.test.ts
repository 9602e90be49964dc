import { afterEach, describe, expect, it } from 'vitest';
import { machinePaths } from '../../server/src/files/paths.ts';
import { WireClient } from './client.ts';
import { folderWith, removeFolders, WRONG } from './support.ts';

const clients: WireClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  removeFolders();
});

async function startIn(...folders: string[]): Promise<WireClient> {
  const client = new WireClient();
  clients.push(client);
  await client.initialize('all', folders);
  return client;
}

const uriOf = (folder: string) => machinePaths.uriOf(folder);

/** The rules of the problems of every file that has one, by the file's name. */
async function problemsOf(client: WireClient, uris: Readonly<Record<string, string>>) {
  const found: Record<string, string[]> = {};
  for (const [name, uri] of Object.entries(uris)) {
    const { items } = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: { code: string }[];
    };
    if (items.length > 0) found[name] = items.map(({ code }) => code);
  }
  return found;
}

function changeFolders(client: WireClient, change: { added?: string[]; removed?: string[] }): void {
  const named = (uris: readonly string[] = []) => uris.map((uri) => ({ uri, name: uri }));
  client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: named(change.added), removed: named(change.removed) },
  });
}

const PROBLEM = ['rule-count-unit-missing'];

const reading = (path: string) =>
  `resource "aws_ecr_lifecycle_policy" "r" {\n  repository = "web"\n  policy     = file("${path}")\n}\n`;

const POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":0},"action":{"type":"expire"}}]}';

describe('a workspace of several folders', () => {
  it('has the problems of all of them, each by its own settings', async () => {
    const settings = '{ "rules": { "rule-count-unit-missing": "off" } }';
    const one = uriOf(folderWith({ 'main.tf': WRONG }));
    const two = uriOf(folderWith({ 'main.tf': WRONG, '.terraform-ecr.json': settings }));
    const client = await startIn(one, two);
    const files = { one: `${one}/main.tf`, two: `${two}/main.tf` };
    expect(await problemsOf(client, files)).toEqual({ one: PROBLEM });
  });

  it('has the problems of a folder from when it is added until it is removed', async () => {
    const one = uriOf(folderWith({ 'main.tf': WRONG }));
    const two = uriOf(
      folderWith({ 'main.tf': WRONG, 'open.tf': WRONG.replaceAll('"p"', '"q"').replace('"app"', '"other"') }),
    );
    const files = { one: `${one}/main.tf`, two: `${two}/main.tf` };
    const client = await startIn(one);
    expect(await problemsOf(client, files)).toEqual({ one: PROBLEM });
    changeFolders(client, { added: [two] });
    expect(await problemsOf(client, files)).toEqual({ one: PROBLEM, two: PROBLEM });
    changeFolders(client, { removed: [one] });
    await expect.poll(() => problemsOf(client, files)).toEqual({ two: PROBLEM });
    client.open(`${two}/open.tf`, WRONG.replaceAll('"p"', '"q"').replace('"app"', '"other"'));
    changeFolders(client, { removed: [two] });
    await expect.poll(() => problemsOf(client, files)).toEqual({});
    expect(await problemsOf(client, { open: `${two}/open.tf` })).toEqual({ open: PROBLEM });
  });

  it('takes the problems back from the list of all problems', async () => {
    const one = uriOf(folderWith({ 'main.tf': WRONG }));
    const two = uriOf(folderWith({ 'main.tf': WRONG }));
    const client = await startIn(one, two);
    const ask = async (previousResultIds: { uri: string; value: string }[]) =>
      (await client.request('workspace/diagnostic', { previousResultIds })) as {
        items: { uri: string; resultId: string; items: unknown[] }[];
      };
    const { items } = await ask([]);
    expect(items.map(({ uri }) => uri).sort()).toEqual([`${one}/main.tf`, `${two}/main.tf`].sort());
    const next = ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    changeFolders(client, { removed: [two] });
    expect(await next).toMatchObject({ items: [{ uri: `${two}/main.tf`, items: [] }] });
  });

  it('keeps what lies in another of its folders', async () => {
    const outer = uriOf(folderWith({ 'inner/main.tf': WRONG }));
    const files = { main: `${outer}/inner/main.tf` };
    const client = await startIn(outer, `${outer}/inner`);
    expect(await problemsOf(client, files)).toEqual({ main: PROBLEM });
    changeFolders(client, { removed: [outer] });
    await client.notification('workspace/diagnostic/refresh');
    expect(await problemsOf(client, files)).toEqual({ main: PROBLEM });
    changeFolders(client, { removed: [`${outer}/inner`] });
    await expect.poll(() => problemsOf(client, files)).toEqual({});
  });

  it('reads a file of another folder while that is one of its own, and no longer', async () => {
    const root = uriOf(folderWith({ 'code/main.tf': reading('../policies/app.json'), 'policies/app.json': POLICY }));
    const files = { main: `${root}/code/main.tf`, policy: `${root}/policies/app.json` };
    const client = await startIn(`${root}/code`);
    expect(await problemsOf(client, files)).toEqual({});
    changeFolders(client, { added: [`${root}/policies`] });
    await expect.poll(() => problemsOf(client, files)).toEqual({ policy: ['policy-number-range'] });
    changeFolders(client, { removed: [`${root}/policies`] });
    await expect.poll(() => problemsOf(client, files)).toEqual({});
  });
});
