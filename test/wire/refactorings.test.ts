import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abilities } from './client.ts';
import { WireClient } from './client.ts';

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
const clients: WireClient[] = [];

async function open(text: string, abilities: Abilities = 'all'): Promise<WireClient> {
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
    const client = await open(text, 'few');
    const [sort] = (await ask(client, { only: ['refactor.rewrite'] })).filter(({ title }) => title === SORT);
    expect(sort && changed(text, sort)).toContain(`[\n    ${RULE('3', 'untagged')},\n`);
    const other = await open(POLICY('var.first', '3'), 'few');
    expect((await ask(other, { only: ['refactor'] })).map(({ title }) => title)).not.toContain(SORT);
  });
});
