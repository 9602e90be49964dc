import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { WireClient } from './client.ts';
import { folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

const clients: WireClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  removeFolders();
});

function newClient(): WireClient {
  const client = new WireClient();
  clients.push(client);
  return client;
}

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };
const DOCUMENT = { textDocument: { uri: 'untitled:Untitled-1' }, position: { line: 0, character: 0 } };

/** Requests that a server must not answer out of turn. */
const REQUESTS: readonly (readonly [string, unknown])[] = [
  ['textDocument/hover', DOCUMENT],
  ['textDocument/completion', DOCUMENT],
  ['textDocument/definition', DOCUMENT],
  ['textDocument/codeAction', { ...DOCUMENT, range: {}, context: { diagnostics: [] } }],
  ['textDocument/documentSymbol', DOCUMENT],
  ['textDocument/diagnostic', DOCUMENT],
  ['workspace/symbol', { query: '' }],
  ['workspace/executeCommand', { command: 'terraform-ecr.server.render' }],
  ['shutdown', undefined],
  ['no/such/method', {}],
];

describe('the order of messages', () => {
  it.each(REQUESTS)('%s before initialize is an error of its own', async (method, params) => {
    const client = newClient();
    expect(await client.ask(method, params)).toMatchObject({ error: { code: -32_002 } });
    expect(await client.ask('initialize', INITIALIZE)).toMatchObject({ result: { capabilities: {} } });
  });

  it.each([...REQUESTS, ['initialize', INITIALIZE] as const])(
    '%s after shutdown is invalid',
    async (method, params) => {
      const client = newClient();
      await client.ask('initialize', INITIALIZE);
      client.notify('initialized', {});
      expect(await client.ask('shutdown')).toMatchObject({ result: null });
      expect(await client.ask(method, params)).toMatchObject({ error: { code: -32_600 } });
    },
  );

  it('a second initialize is invalid, and the session goes on', async () => {
    const client = newClient();
    await client.ask('initialize', INITIALIZE);
    client.notify('initialized', {});
    expect(await client.ask('initialize', INITIALIZE)).toMatchObject({ error: { code: -32_600 } });
    client.open('untitled:Untitled-1', WRONG);
    expect(await client.ask('textDocument/hover', DOCUMENT)).not.toHaveProperty('error');
  });

  it('a method that nobody knows is told as such in between', async () => {
    const client = newClient();
    await client.ask('initialize', INITIALIZE);
    expect(await client.ask('no/such/method', {})).toMatchObject({ error: { code: -32_601 } });
  });

  it('texts before initialize and after shutdown are not taken', async () => {
    const client = newClient();
    client.open('untitled:Untitled-1', WRONG);
    await client.ask('initialize', { ...INITIALIZE, capabilities: { textDocument: { publishDiagnostics: {} } } });
    client.notify('initialized', {});
    client.open('untitled:Untitled-2', WRONG);
    await client.notification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => uri.endsWith('2'));
    await client.ask('shutdown');
    client.open('untitled:Untitled-3', WRONG);
    await client.ask('shutdown');
    expect(client.received('textDocument/publishDiagnostics')).toEqual([]);
  });

  it.each<[string, readonly string[], number]>([
    ['exit alone', [], 1],
    ['exit after initialize', ['initialize'], 1],
    ['exit after shutdown', ['initialize', 'shutdown'], 0],
    ['exit after a shutdown that came too early', ['shutdown'], 1],
  ])('%s ends the server', async (_, methods, status) => {
    const client = newClient();
    for (const method of methods) await client.ask(method, method === 'initialize' ? INITIALIZE : undefined);
    const ended = once(client.process, 'exit');
    client.notify('exit', undefined);
    expect((await ended)[0]).toBe(status);
  });
});

describe('what a client leaves out', () => {
  it.each<[string, unknown]>([
    ['no capabilities', { processId: null, rootUri: null }],
    ['null for capabilities', { processId: null, rootUri: null, capabilities: null }],
    ['empty capabilities of each kind', { ...INITIALIZE, capabilities: { workspace: {}, textDocument: {} } }],
    ['null for each kind', { ...INITIALIZE, capabilities: { workspace: null, textDocument: null } }],
    ['no process and no root', { capabilities: {} }],
    ['an empty object', {}],
    ['null', null],
    ['nothing', undefined],
    ['a list', []],
  ])('initialize with %s works', async (_, params) => {
    const client = newClient();
    expect(await client.ask('initialize', params)).toMatchObject({ result: { serverInfo: { name: 'terraform-ecr' } } });
    client.notify('initialized', {});
    client.open('untitled:Untitled-1', WRONG);
    expect(await client.notification('textDocument/publishDiagnostics')).toMatchObject({
      diagnostics: [{ code: 'rule-count-unit-missing' }],
    });
  });
});

/** A client with these abilities, and an open file with one problem. */
async function opened(capabilities: object) {
  const uri = `${pathToFileURL(folderWith({})).href}/main.tf`;
  const client = newClient();
  await client.ask('initialize', { ...INITIALIZE, capabilities });
  client.notify('initialized', {});
  client.open(uri, WRONG);
  const actions = async (only?: readonly string[]) => {
    const start = { line: 2, character: (WRONG.split('\n')[2] ?? '').indexOf('sinceImagePushed') };
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    const { result } = await client.ask('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context,
    });
    return result as { title: string; kind?: string; command?: unknown; edit?: unknown; arguments?: unknown[] }[];
  };
  return { client, uri, actions };
}

const LITERALS = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };

describe('code actions', () => {
  it('are commands for a client that takes no others, and mend the text', async () => {
    const { client, uri, actions } = await opened({ workspace: { applyEdit: true } });
    const offered = await actions();
    expect(offered.map(({ command }) => command)).toEqual(offered.map(() => 'terraform-ecr.server.apply'));
    expect(offered.filter((action) => 'edit' in action || 'kind' in action)).toEqual([]);
    const fix = offered.find(({ title }) => title.includes('countUnit'));
    expect(fix).toBeDefined();
    const parameters = { command: fix?.command, arguments: fix?.arguments };
    await client.ask('workspace/executeCommand', parameters);
    const { edit } = (await client.notification('workspace/applyEdit')) as {
      edit: { changes: Record<string, TextEdit[]> };
    };
    const fixed = TextDocument.applyEdits(TextDocument.create(uri, '', 0, WRONG), edit.changes[uri] ?? []);
    expect(fixed).toContain('countUnit = "days"');
    // A text that was changed meanwhile is left alone.
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: RIGHT }] });
    await client.ask('workspace/executeCommand', parameters);
    expect(client.received('workspace/applyEdit')).toEqual([]);
  });

  it('are none for a client that takes neither them nor edits', async () => {
    const { actions } = await opened({});
    expect(await actions()).toEqual([]);
  });

  it('are the same for an empty list of kinds as for none', async () => {
    const { actions } = await opened(LITERALS);
    const all = await actions();
    expect(all.map(({ kind }) => kind)).toContain('quickfix.rule-count-unit-missing');
    expect(await actions([])).toEqual(all);
    expect(await actions([''])).not.toEqual([]);
    expect((await actions(['quickfix'])).length).toBeGreaterThan(0);
    expect(await actions(['source.organizeImports'])).toEqual([]);
  });
});

describe('problems that are sent', () => {
  interface Sent {
    readonly uri: string;
    readonly version?: number;
    readonly diagnostics: readonly unknown[];
  }
  const sent = (client: WireClient) => client.notification('textDocument/publishDiagnostics') as Promise<Sent>;

  it('name the version of the text, for a client that takes it', async () => {
    const { client, uri } = await opened({ textDocument: { publishDiagnostics: { versionSupport: true } } });
    expect(await sent(client)).toMatchObject({ version: 1, diagnostics: [{}] });
    const edit = (version: number, text: string) =>
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    edit(7, `${WRONG}\n`);
    expect(await sent(client)).toMatchObject({ version: 7, diagnostics: [{}] });
    edit(8, RIGHT);
    expect(await sent(client)).toMatchObject({ version: 8, diagnostics: [] });
    edit(9, `${RIGHT}\n`);
    expect(await sent(client)).toMatchObject({ version: 9, diagnostics: [] });
  });

  it('name none for files that are not open', async () => {
    const folder = pathToFileURL(folderWith({ 'main.tf': WRONG })).href;
    const client = newClient();
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };
    await client.ask('initialize', { processId: null, rootUri: folder, capabilities });
    client.notify('initialized', {});
    expect(await sent(client)).not.toHaveProperty('version');
  });

  it('name none for a client that does not take it, and are not sent twice', async () => {
    const { client, uri } = await opened({ textDocument: { publishDiagnostics: {} } });
    expect(await sent(client)).not.toHaveProperty('version');
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${WRONG}\n` }],
    });
    client.notify('textDocument/didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text: RIGHT }] });
    expect(await sent(client)).toMatchObject({ diagnostics: [] });
  });
});
