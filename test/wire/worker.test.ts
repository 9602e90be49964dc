import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { ChannelClient } from './channelClient.ts';
import { WRONG } from './support.ts';

const SCRIPT = readFileSync('dist/server.js', 'utf8');

const FOLDER = 'vscode-vfs://github/team/infra';

type Files = Readonly<Record<string, string>>;

let asked: string[] = [];

afterEach(() => {
  asked = [];
});

/** The parts of a worker's global scope that the server may use: nothing of Node is there. */
function workerScope(postMessage: (message: unknown) => void) {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let isClosed = false;
  const scope = {
    importScripts: () => undefined,
    postMessage,
    addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => listeners.push(listener),
    close: () => {
      isClosed = true;
    },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    console,
    crypto,
    performance,
    TextEncoder,
    TextDecoder,
  };
  const send = (data: unknown) => {
    for (const listener of listeners) listener({ data });
  };
  return { scope, send, isClosed: () => isClosed };
}

/** Runs the worker's script as a browser does, with a client that has these files. */
async function startWorker(files: Files, initializationOptions: object = { readsFiles: true }, delay = 0) {
  // A server that is still working writes into the list of its own test.
  const own = asked;
  const worker = workerScope((message) => queueMicrotask(() => client.receive(structuredClone(message) as object)));
  const client: ChannelClient = new ChannelClient(
    (message) => {
      const isAnswer = !('method' in message);
      setTimeout(() => worker.send(structuredClone(message)), isAnswer ? delay : 0);
    },
    (method, params) => answer(files, method, (params as { uri: string }).uri, own),
  );
  runInContext(SCRIPT, createContext(worker.scope));
  await client.initialize([FOLDER], initializationOptions);
  return { client, worker };
}

/** Answers requests for files as the extension does. */
function answer(files: Files, method: string, uri: string, own: string[]): unknown {
  if (method === 'terraform-ecr/readFile') {
    own.push(uri);
    const text = files[uri.slice(FOLDER.length + 1)];
    return text === undefined ? { reason: 'no such file', isMissing: true } : { text };
  }
  if (method !== 'terraform-ecr/readFolder') return null;
  const inside = uri === FOLDER ? '' : `${uri.slice(FOLDER.length + 1)}/`;
  const names = Object.keys(files)
    .filter((path) => path.startsWith(inside))
    .map((path) => path.slice(inside.length));
  const entries = new Map(names.map((path) => [path.split('/')[0] ?? '', path.includes('/')]));
  return [...entries].map(([name, isFolder]) => {
    return { address: `${uri}/${name}`, name, kind: isFolder ? 'folder' : 'file' };
  });
}

const reading = (path: string) =>
  `resource "aws_ecr_lifecycle_policy" "r" {\n  repository = "app"\n  policy     = file("${path}")\n}\n`;

const POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":0},"action":{"type":"expire"}}]}';

describe('the extension on the web', () => {
  it.each([
    ['dist/client.js', ['vscode']],
    ['dist/server.js', []],
  ])('%s asks its host for %j and no other module', (path, modules) => {
    const asked = [...readFileSync(path, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect([...new Set(asked)]).toEqual(modules);
  });
});

describe('the server in a worker', () => {
  it('checks texts without anything of Node', async () => {
    const { client } = await startWorker({});
    client.open('untitled:Untitled-1', WRONG);
    expect(await client.rules('untitled:Untitled-1')).toEqual(['rule-count-unit-missing']);
  });

  it('reads the folder through its client, but what git ignores and what tools leave there', async () => {
    const { client } = await startWorker({
      '.gitignore': '/build/\n',
      'app/main.tf': WRONG,
      'build/main.tf': WRONG,
      'app/.terraform/modules/x/main.tf': WRONG,
      'notes.md': '',
    });
    await expect.poll(() => client.rules(`${FOLDER}/app/main.tf`)).toEqual(['rule-count-unit-missing']);
    expect(asked.map((uri) => uri.slice(FOLDER.length + 1)).sort()).toEqual([
      '.gitignore',
      'app/.terraform.lock.hcl',
      'app/main.tf',
    ]);
  });

  it('reads what modules read, inside the folder alone', async () => {
    const { client } = await startWorker({
      'main.tf': reading('${path.module}/policy.json'),
      'policy.json': POLICY,
      'outside/main.tf': reading('../../secret.json'),
      'missing/main.tf': reading('none.json'),
    });
    await expect.poll(() => client.rules(`${FOLDER}/main.tf`)).toEqual([]);
    await expect.poll(() => client.rules(`${FOLDER}/policy.json`)).toEqual(['policy-number-range']);
    await expect.poll(() => client.rules(`${FOLDER}/missing/main.tf`)).toEqual(['file-missing']);
    expect(await client.rules(`${FOLDER}/outside/main.tf`)).toEqual([]);
    expect(asked.filter((uri) => uri.includes('secret'))).toEqual([]);
  });

  it('takes the settings of the folder', async () => {
    const { client } = await startWorker({
      'main.tf': WRONG,
      '.terraform-ecr.json': '{ "rules": { "rule-count-unit-missing": "off" } }',
    });
    await expect.poll(() => asked.filter((uri) => uri.endsWith('.json'))).toHaveLength(1);
    client.open(`${FOLDER}/main.tf`, WRONG);
    expect(await client.rules(`${FOLDER}/main.tf`)).toEqual([]);
  });

  it('says nothing of a file before its module is read, however long that takes', async () => {
    const referring = WRONG.replace('repository = "app"', 'repository = aws_ecr_repository.app.name');
    const files = { 'main.tf': referring, 'app.tf': 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n' };
    const { client } = await startWorker(files, { readsFiles: true }, 600);
    client.open(`${FOLDER}/main.tf`, referring);
    client.open('untitled:Untitled-1', WRONG);
    expect(await client.rules('untitled:Untitled-1')).toEqual(['rule-count-unit-missing']);
    expect(asked).toEqual([]);
    expect(await client.rules(`${FOLDER}/main.tf`)).toEqual(['rule-count-unit-missing']);
    expect(new Set(asked)).toContain(`${FOLDER}/app.tf`);
  });

  describe('while the rest of the folder is still to be read', () => {
    const far = Array.from({ length: 12 }, (_, index) => `${'deep/'.repeat(30)}${index}/main.tf`);
    const rest = Object.fromEntries(far.map((name) => [name, WRONG]));
    const referring = WRONG.replace('repository = "app"', 'repository = aws_ecr_repository.app.name');
    const repository = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
    const call = 'module "m" {\n  source = "../m"\n  count_number = 0\n}\n';
    const called = `variable "count_number" {}\n${WRONG.replace('countNumber = 3', 'countUnit = "days", countNumber = var.count_number')}`;
    const off = '{ "rules": { "rule-count-unit-missing": "off" } }';

    it.each<[string, Files, string, string[]]>([
      ['at the root', { 'main.tf': WRONG }, 'main.tf', ['rule-count-unit-missing']],
      ['below it', { 'a/b/main.tf': WRONG }, 'a/b/main.tf', ['rule-count-unit-missing']],
      [
        'with its repository beside it',
        { 'main.tf': referring, 'r.tf': repository },
        'main.tf',
        ['rule-count-unit-missing'],
      ],
      [
        'without its repository',
        { 'main.tf': referring },
        'main.tf',
        ['policy-repository-undeclared', 'rule-count-unit-missing'],
      ],
      ['with settings above it', { 'a/main.tf': WRONG, '.terraform-ecr.json': off }, 'a/main.tf', []],
      ['with settings beside it', { 'a/main.tf': WRONG, 'a/.terraform-ecr.json': off }, 'a/main.tf', []],
      ['with a call of a module', { 'env/main.tf': call, 'm/main.tf': called }, 'env/main.tf', ['policy-number-range']],
      ['with a policy file', { 'main.tf': reading('${path.module}/p.json'), 'p.json': POLICY }, 'main.tf', []],
      ['with a path that a caller may give', { 'main.tf': reading('none.json') }, 'main.tf', []],
    ])('an open text %s has its problems', async (_, files, name, expected) => {
      const { client } = await startWorker({ ...rest, ...files }, { readsFiles: true }, 30);
      client.open(`${FOLDER}/${name}`, files[name] ?? '');
      await expect.poll(() => client.rules(`${FOLDER}/${name}`)).toEqual(expected);
      expect(asked.filter((uri) => uri.includes('/deep/'))).toEqual([]);
    });

    it('what only the whole folder tells comes later', async () => {
      const { client } = await startWorker({ ...rest, 'main.tf': reading('none.json') }, { readsFiles: true }, 10);
      client.open(`${FOLDER}/main.tf`, reading('none.json'));
      expect(await client.rules(`${FOLDER}/main.tf`)).toEqual([]);
      await expect.poll(() => client.rules(`${FOLDER}/main.tf`)).toEqual(['file-missing']);
    });
  });

  it('asks nothing of a client that does not read files', async () => {
    const { client } = await startWorker({ 'policy.json': POLICY }, {});
    client.open(`${FOLDER}/main.tf`, reading('policy.json'));
    expect(await client.rules(`${FOLDER}/main.tf`)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('links problems to the pages that its client names', async () => {
    const { client } = await startWorker({}, { pages: 'https://example.org/rules/' });
    client.open('untitled:Untitled-1', WRONG);
    expect(await client.problems('untitled:Untitled-1')).toEqual([
      { rule: 'rule-count-unit-missing', page: 'https://example.org/rules/rule-count-unit-missing.md' },
    ]);
  });

  it('ends when its client has said goodbye', async () => {
    const { client, worker } = await startWorker({});
    await client.request('shutdown', null);
    expect(worker.isClosed()).toBe(false);
    client.notify('exit', null);
    await expect.poll(worker.isClosed).toBe(true);
  });
});
