import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { machinePaths } from '../../server/src/files/paths.ts';
import type { Abilities } from './client.ts';
import { WireClient } from './client.ts';
import { folderWith, removeFolders } from './support.ts';

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly disabled?: { readonly reason: string };
  readonly data?: unknown;
  readonly edit?: { readonly changes: Readonly<Record<string, TextEdit[]>> };
}

const RULE = (priority: string, status: string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "${status}", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }`;

const POLICY = (first: string, second: string) => `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({ rules = [
    ${RULE(first, 'any')},
    ${RULE(second, 'untagged')},
  ] })
}
`;

const SORT = 'Sort the rules by priority';
const URI = 'untitled:policy.tf';
/** A client that accepts code actions as literals, and nothing more of them. */
const PLAIN = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };

const clients: WireClient[] = [];

async function open(text: string, abilities: Abilities | object = 'all'): Promise<WireClient> {
  const client = new WireClient();
  clients.push(client);
  await client.initialize(abilities);
  client.open(URI, text);
  return client;
}

const ask = async (client: WireClient, context: object) => {
  const place = { line: 2, character: 4 };
  const range = { start: place, end: place };
  const parameters = { textDocument: { uri: URI }, range, context: { diagnostics: [], ...context } };
  return (await client.request('textDocument/codeAction', parameters)) as Action[];
};

const changed = (text: string, { edit }: Action) =>
  TextDocument.applyEdits(TextDocument.create(URI, '', 0, text), edit?.changes[URI] ?? []);

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  removeFolders();
});

describe('refactorings', () => {
  it('come for the kinds that are asked for, with their edits once one is chosen', async () => {
    const text = POLICY('20', '3');
    const client = await open(text);
    const actions = await ask(client, { only: ['refactor'] });
    const sort = actions.find(({ title }) => title === SORT);
    expect(sort).toMatchObject({ kind: 'refactor.rewrite' });
    expect(actions.every(({ kind, edit }) => kind.startsWith('refactor.') && edit === undefined)).toBe(true);
    const resolved = (await client.request('codeAction/resolve', sort)) as Action;
    expect(changed(text, resolved)).toBe(
      text.replace(
        `    ${RULE('20', 'any')},\n    ${RULE('3', 'untagged')},`,
        `    ${RULE('3', 'untagged')},\n    ${RULE('20', 'any')},`,
      ),
    );
    expect(await ask(client, { only: ['refactor.inline.other'] })).toEqual([]);
    expect((await ask(client, { only: ['quickfix'] })).map(({ kind }) => kind)).not.toContain('refactor.rewrite');
    expect((await ask(client, {})).map(({ title }) => title)).toContain(SORT);
  });

  it('have no edit for a text that has changed since', async () => {
    const client = await open(POLICY('20', '3'));
    const sort = (await ask(client, { only: ['refactor'] })).find(({ title }) => title === SORT);
    const contentChanges = [{ text: POLICY('2', '1') }];
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges });
    expect(await client.request('codeAction/resolve', sort)).toEqual(sort);
  });

  it('say why they cannot be done, but not while the cursor only moves', async () => {
    const client = await open(POLICY('var.first', '3'));
    const sort = (await ask(client, { only: ['refactor'] })).find(({ title }) => title === SORT);
    expect(sort).toEqual({
      title: SORT,
      kind: 'refactor.rewrite',
      disabled: { reason: 'The priority of a rule is not known.' },
    });
    expect((await ask(client, { triggerKind: 2 })).map(({ title }) => title)).not.toContain(SORT);
  });

  it('come whole, and only those that can be done, for a client that can neither wait nor show reasons', async () => {
    const text = POLICY('20', '3');
    const client = await open(text, PLAIN);
    const [sort] = (await ask(client, { only: ['refactor.rewrite'] })).filter(({ title }) => title === SORT);
    expect(sort && changed(text, sort)).toContain(`[\n    ${RULE('3', 'untagged')},\n`);
    const other = await open(POLICY('var.first', '3'), PLAIN);
    expect((await ask(other, { only: ['refactor'] })).map(({ title }) => title)).not.toContain(SORT);
  });

  it('make the file that a policy is extracted to, where the client can', async () => {
    const folder = folderWith({ 'main.tf': POLICY('2', '1') });
    const uri = machinePaths.uriOf(join(folder, 'main.tf'));
    const client = new WireClient();
    clients.push(client);
    await client.initialize('all', [machinePaths.uriOf(folder)]);
    client.open(uri, POLICY('2', '1'));
    const place = { line: 2, character: 4 };
    const context = { diagnostics: [], only: ['refactor.extract'] };
    const parameters = { textDocument: { uri }, range: { start: place, end: place }, context };
    const actions = (await client.request('textDocument/codeAction', parameters)) as Action[];
    const extract = actions.find(({ title }) => title === 'Extract the policy to policies/app.json');
    const { edit } = (await client.request('codeAction/resolve', extract)) as { edit: { documentChanges: unknown[] } };
    const target = machinePaths.uriOf(join(folder, 'policies/app.json'));
    expect(edit.documentChanges).toMatchObject([
      { kind: 'create', uri: target, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri: target }, edits: [{ newText: expect.stringMatching(/^\{\n {2}"rules": \[/) }] },
      {
        textDocument: { uri },
        edits: [{ newText: expect.stringContaining('file("${path.module}/policies/app.json"') }],
      },
    ]);
    const plain = await open(POLICY('2', '1'), PLAIN);
    expect((await ask(plain, { only: ['refactor.extract'] })).map(({ title }) => title)).toEqual([
      'Extract the policy to a local',
    ]);
  });

  it('come in the file that a module reads', async () => {
    const rule = (priority: number, status: string) =>
      `{"rulePriority": ${priority}, "selection": {"tagStatus": "${status}", "countType": "imageCountMoreThan", "countNumber": ${priority - 1}}, "action": {"type": "expire"}}`;
    const json = (first: string, second: string) => `{"rules": [\n  ${first},\n  ${second}\n]}\n`;
    const text = json(rule(2, 'any'), rule(1, 'untagged'));
    const main =
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("${path.module}/p.json")\n}\n';
    const folder = folderWith({ 'main.tf': main, 'p.json': text });
    const client = new WireClient();
    clients.push(client);
    await client.initialize('all', [machinePaths.uriOf(folder)]);
    const uris = ['main.tf', 'p.json'].map((name) => machinePaths.uriOf(join(folder, name)));
    const pull = async () =>
      Promise.all(uris.map((of) => client.request('textDocument/diagnostic', { textDocument: { uri: of } })));
    await expect.poll(pull).toMatchObject([{}, { items: [{ code: 'policy-number-range' }] }]);
    const followed = (await client.notification('client/registerCapability', registersCodeActions)) as Registrations;
    const options = followed.registrations.find(({ method }) => method === 'textDocument/codeAction')?.registerOptions;
    expect(options).toMatchObject({ codeActionKinds: ['quickfix', 'refactor.rewrite'], resolveProvider: true });
    const uri = machinePaths.uriOf(join(folder, 'p.json'));
    client.open(uri, text);
    const place = { line: 1, character: 4 };
    const context = { diagnostics: [], only: ['refactor'] };
    const parameters = { textDocument: { uri }, range: { start: place, end: place }, context };
    const actions = (await client.request('textDocument/codeAction', parameters)) as Action[];
    const sort = actions.find(({ title }) => title === SORT);
    const { edit } = (await client.request('codeAction/resolve', sort)) as Action;
    const document = TextDocument.create(uri, 'json', 0, text);
    expect(TextDocument.applyEdits(document, edit?.changes[uri] ?? [])).toBe(json(rule(1, 'untagged'), rule(2, 'any')));
  });
});

interface Registrations {
  readonly registrations: readonly { readonly method: string; readonly registerOptions: object }[];
}

function registersCodeActions({ registrations }: Registrations): boolean {
  return registrations.some(({ method }) => method === 'textDocument/codeAction');
}
