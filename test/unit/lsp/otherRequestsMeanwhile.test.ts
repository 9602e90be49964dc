import { afterEach, describe, expect, it, vi } from 'vitest';
import { Budget } from '../../../server/src/evaluate/budget.ts';
import type { HostileDocument } from '../support/hostileDocuments.ts';
import { HOSTILE_DOCUMENTS } from '../support/hostileDocuments.ts';
import { HOSTILE_WORKSPACES } from '../support/hostileWorkspaces.ts';
import { hasTurn } from '../support/longTests.ts';
import type { ServerInProcess } from '../support/serverInProcess.ts';
import { serveInProcess } from '../support/serverInProcess.ts';

/** The most steps of an evaluation, about a microsecond each, between two chances for other requests. */
const MOST_STEPS = 400_000;

const DOCUMENTS = [...HOSTILE_DOCUMENTS, ...HOSTILE_WORKSPACES].filter((_, index) => hasTurn(index, 4));

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const ANY = { diagnostics: [] };

/** The requests about a place, and those about a whole document. The first to come finds nothing known. */
const AT_A_PLACE: readonly (readonly [method: string, rest: object])[] = [
  ['textDocument/hover', {}],
  ['textDocument/completion', {}],
  ['textDocument/definition', {}],
  ['textDocument/references', { context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', {}],
  ['textDocument/signatureHelp', {}],
  ['textDocument/prepareRename', {}],
  ['textDocument/rename', { newName: 'other' }],
];
const ABOUT_ALL: readonly (readonly [method: string, rest: object])[] = [
  ['textDocument/codeLens', {}],
  ['textDocument/inlayHint', { range: EVERYTHING }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/documentLink', {}],
  ['textDocument/diagnostic', {}],
  ['textDocument/codeAction', { range: EVERYTHING, context: ANY }],
  ['textDocument/codeAction', { range: EVERYTHING, context: { ...ANY, only: ['source.fixAll'] } }],
];

const counter = vi.hoisted(() => {
  let steps = 0;
  let most = 0;
  return {
    add: (count: number) => {
      steps += count;
    },
    /** Other messages may have their turn. */
    pause: () => {
      most = Math.max(most, steps);
      steps = 0;
    },
    /** The most that was counted between two pauses. */
    takeMost: () => {
      const taken = Math.max(most, steps);
      most = 0;
      steps = 0;
      return taken;
    },
  };
});

// Long work yields by the clock at the end of some steps; what counts is how much each step does.
vi.mock('../../../server/src/lsp/turns.ts', () => ({
  YIELD_AFTER: 10,
  breathe: async () => counter.pause(),
  inTurns: async <Result>(steps: Generator<void, Result>) => {
    for (;;) {
      const step = steps.next();
      counter.pause();
      if (step.done === true) return { result: step.value };
    }
  },
}));

let isWatching = false;

/** Counts what evaluations do, and starts again whenever other messages have their turn. */
function watch(): void {
  const { step, spend } = Budget.prototype;
  vi.spyOn(Budget.prototype, 'step').mockImplementation(function (this: Budget) {
    const isTaken = step.call(this);
    if (isTaken) counter.add(1);
    return isTaken;
  });
  vi.spyOn(Budget.prototype, 'spend').mockImplementation(function (this: Budget, parts: number) {
    const isTaken = spend.call(this, parts);
    if (isTaken) counter.add(Math.floor(parts / 4));
    return isTaken;
  });
  isWatching = true;
  const turn = () => {
    counter.pause();
    if (isWatching) setImmediate(turn);
  };
  turn();
}

const servers: ServerInProcess[] = [];

afterEach(() => {
  isWatching = false;
  for (const { client } of servers.splice(0)) client.dispose();
  vi.restoreAllMocks();
});

/** Where the policy, or else the first call, of a text is written. */
function placeIn(text: string) {
  const before = text.slice(0, Math.max(0, text.search(/policy = |source = /))).split('\n');
  return { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 };
}

async function begin({ files }: HostileDocument) {
  const server = await serveInProcess(files);
  servers.push(server);
  const path = files['main.tf'] === undefined ? (Object.keys(files)[0] ?? '') : 'main.tf';
  const position = placeIn(files[path] ?? '');
  const textDocument = { uri: server.uriOf(path) };
  await server.client.sendRequest('textDocument/foldingRange', { textDocument });
  watch();
  const ask = async (method: string, rest: object) => {
    counter.takeMost();
    await server.client.sendRequest(method, { textDocument, position, ...rest }).catch(() => null);
    return [method, counter.takeMost()] as const;
  };
  const range = { start: position, end: position };
  return { ask, range, log: server.log };
}

describe('between two chances for other requests little is computed', () => {
  it.each(DOCUMENTS)('$name', async (document) => {
    const { ask, range, log } = await begin(document);
    const counted: (readonly [string, number])[] = [];
    for (const [method, rest] of AT_A_PLACE) counted.push(await ask(method, rest));
    counted.push(await ask('textDocument/codeAction', { range, context: ANY }));
    for (const [method, rest] of ABOUT_ALL) counted.push(await ask(method, rest));
    expect(counted.filter(([, count]) => count > MOST_STEPS)).toEqual([]);
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });
});
