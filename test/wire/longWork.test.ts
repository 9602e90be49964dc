import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { ChannelClient } from './channelClient.ts';
import { WireClient } from './client.ts';
import { folderWith, removeFolders } from './support.ts';

const BLOCKS = 150;
/** Symbols take less work for a block than the other answers. */
const BLOCKS_FOR_SYMBOLS = 600;
const MODULES = 60;
/** Short answers in between: each is one turn, whatever the machine. */
const ANSWERS = 4;

const RULES = Array.from(
  { length: 4 },
  (_, index) =>
    `{ rulePriority = ${index + 1}, selection = { tagStatus = "tagged", tagPrefixList = ["v${index}"], countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },`,
).join('\n    ');

const pair = (name: string) => `resource "aws_ecr_repository" "${name}" {
  name                 = "team/${name}"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = aws_ecr_repository.${name}.name
  policy = jsonencode({ rules = [
    ${RULES}
  ] })
}
`;

const pairs = (count: number) => Array.from({ length: count }, (_, index) => pair(`r${index}`)).join('');

const SMALL = pair('small');
const filesWith = (big: string) => ({
  'big/main.tf': big,
  'small/main.tf': SMALL,
  ...Object.fromEntries(Array.from({ length: MODULES }, (_, index) => [`modules/m${index}/main.tf`, pairs(4)])),
});
const BIG = pairs(BLOCKS);
const FILES = filesWith(BIG);

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const NAME = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };

/** The requests that examine a whole document or workspace. */
const LONG: readonly (readonly [method: string, rest: object])[] = [
  ['textDocument/diagnostic', {}],
  ['textDocument/inlayHint', { range: EVERYTHING }],
  ['textDocument/codeLens', {}],
  ['textDocument/codeAction', { range: NAME, context: { diagnostics: [] } }],
  ['textDocument/codeAction', { range: NAME, context: { diagnostics: [], only: ['source.fixAll'] } }],
  ['textDocument/documentSymbol', {}],
  ['workspace/symbol', { query: 'no such name' }],
  ['workspace/diagnostic', { previousResultIds: [] }],
];

const clients: WireClient[] = [];
const servers: ChildProcess[] = [];

afterEach(() => {
  for (const { process } of clients.splice(0)) process.kill('SIGKILL');
  for (const server of servers.splice(0)) server.kill('SIGKILL');
  removeFolders();
});

/** A client with a big and a small document; the folder has been read, and nothing in it has been checked. */
async function startWithBig(text = BIG) {
  const folder = pathToFileURL(folderWith(filesWith(text))).href;
  const client = new WireClient();
  clients.push(client);
  const textDocument = { diagnostic: {} };
  await client.initialize({ textDocument }, [folder], { showsSimulations: true });
  const big = { textDocument: { uri: `${folder}/big/main.tf` } };
  const small = { textDocument: { uri: `${folder}/small/main.tf` }, position: NAME.start };
  client.open(big.textDocument.uri, text);
  client.open(small.textDocument.uri, SMALL);
  // Both texts are read before anything is measured.
  await client.request('textDocument/hover', { ...big, position: NAME.start });
  await client.request('textDocument/hover', small);
  return { client, big, small };
}

describe('a short request is answered while a long one is worked on', () => {
  it.each(LONG)('%s %o', async (method, rest) => {
    const blocks = /symbol/i.test(method) ? BLOCKS_FOR_SYMBOLS : BLOCKS;
    const { client, big, small } = await startWithBig(pairs(blocks));
    let isDone = false;
    const long = client.ask(method, { ...big, ...rest }).finally(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone && answered < ANSWERS) {
      expect(await client.request('textDocument/hover', small)).not.toBeNull();
      answered += 1;
    }
    expect({ isDone, answered }).toEqual({ isDone: false, answered: ANSWERS });
    if (method !== 'workspace/diagnostic') expect(await long).not.toHaveProperty('error');
    // The answer for the workspace stays open until something changes.
    else long.catch(() => undefined);
  });

  it('and an edit in between is in the answer', async () => {
    const { client, big } = await startWithBig();
    const long = client.request('textDocument/documentSymbol', big);
    const contentChanges = [{ range: { start: NAME.start, end: NAME.start }, text: '' }, { text: pair('after') }];
    client.notify('textDocument/didChange', { textDocument: { ...big.textDocument, version: 2 }, contentChanges });
    // Two blocks and four rules: nothing of the text from the start of the work.
    expect(await long).toHaveLength(6);
  });
});

describe('a long request that is cancelled ends', () => {
  it.each(LONG)('%s %o', async (method, rest) => {
    const { client, big } = await startWithBig();
    const { answer, cancel } = client.begin(method, { ...big, ...rest });
    await client.request('textDocument/hover', { ...big, position: NAME.start });
    cancel();
    const { error, result } = await answer;
    if (method === 'workspace/diagnostic') expect(result).toEqual({ items: [] });
    else expect(error?.code).toBe(-32_800);
  });
});

describe('a server whose client has gone ends', () => {
  const AT_WORK: readonly (readonly [method: string, rest: object | null])[] = [
    ['without work', null],
    ...LONG.filter(([method]) => /diagnostic|workspace|Hint/i.test(method)),
  ];
  const ended = async (server: ChildProcess) => new Promise<void>((settle) => server.once('exit', () => settle()));

  it.each(AT_WORK)('over pipes: %s %o', async (method, rest) => {
    const { client, big } = await startWithBig();
    const end = ended(client.process);
    if (rest !== null) void client.ask(method, { ...big, ...rest }).catch(() => undefined);
    client.process.stdin.end();
    client.process.stdout.destroy();
    await end;
    expect(client.process.exitCode ?? client.process.signalCode).not.toBeNull();
  });

  it.each(AT_WORK)('over a port: %s %o', async (method, rest) => {
    const folder = pathToFileURL(folderWith(FILES)).href;
    const server = fork(resolve('dist/serverProcess.js'), [], { execArgv: [] });
    servers.push(server);
    const client = new ChannelClient(
      (message) => server.send(message),
      () => null,
    );
    server.on('message', (message) => client.receive(message as object));
    const end = ended(server);
    await client.initialize([folder], { readsFiles: true, showsSimulations: true });
    const textDocument = { uri: `${folder}/big/main.tf` };
    client.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'terraform', version: 1, text: BIG },
    });
    if (rest !== null) void client.request(method, { textDocument, ...rest }).catch(() => undefined);
    server.disconnect();
    await end;
    expect(server.exitCode).toBe(0);
  });
});
