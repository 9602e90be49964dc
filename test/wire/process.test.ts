import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { ChannelClient } from './channelClient.ts';
import { folderWith, removeFolders, WRONG } from './support.ts';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const server of started.splice(0)) server.kill('SIGKILL');
  removeFolders();
});

/** Starts the server as the desktop's extension does. */
async function startIn(folders: readonly string[], options: object = {}, answers = (_method: string): unknown => null) {
  const server = fork(resolve('dist/serverProcess.js'), [], { execArgv: [] });
  started.push(server);
  const client = new ChannelClient((message) => server.send(message), answers);
  server.on('message', (message) => client.receive(message as object));
  const ended = new Promise<number | null>((settle) => server.once('exit', settle));
  await client.initialize(folders, options);
  return { server, client, ended };
}

describe('the server in a process of the editor', () => {
  it('reads the disk itself', async () => {
    const folder = pathToFileURL(folderWith({ 'main.tf': WRONG })).href;
    const asked: string[] = [];
    const { client } = await startIn([folder], { readsFiles: true }, (method) => asked.push(method));
    await expect.poll(() => client.rules(`${folder}/main.tf`)).toEqual(['rule-count-unit-missing']);
    expect(asked.filter((method) => method.startsWith('terraform-ecr/'))).toEqual([]);
  });

  it('asks its client for what lies on no disk', async () => {
    const folder = 'vscode-vfs://github/team/infra';
    const main = { address: `${folder}/main.tf`, name: 'main.tf', kind: 'file' };
    const { client } = await startIn([folder], { readsFiles: true }, (method) =>
      method === 'terraform-ecr/readFolder' ? [main] : method === 'terraform-ecr/readFile' ? { text: WRONG } : null,
    );
    await expect.poll(() => client.rules(main.address)).toEqual(['rule-count-unit-missing']);
  });

  it('ends in good order when it is asked to', async () => {
    const { client, ended } = await startIn([]);
    await client.request('shutdown', null);
    client.notify('exit', null);
    expect(await ended).toBe(0);
  });

  it('ends when the editor is gone', async () => {
    const { server, ended } = await startIn([]);
    server.disconnect();
    expect(await ended).toBe(0);
  });
});
