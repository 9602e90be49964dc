import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionParams, Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAbilities } from '../../../server/src/lsp/capabilities.ts';
import { listenForCodeActions } from '../../../server/src/lsp/features/codeActions.ts';
import { Session } from '../../../server/src/lsp/session.ts';
import { DEFAULT_EDITOR_SETTINGS } from '../../../server/src/lsp/settings.ts';
import { hasTurn, isLong } from '../support/longTests.ts';

const ROOT = new URL('../../../', import.meta.url);
const URI = 'file:///code/main.tf';

const CAPABILITIES = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const], snippetEditSupport: true },
  },
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

/** The examples of every rule's page, and the texts of the corpus. */
const TEXTS = [
  ...readdirSync(new URL('docs/rules/', ROOT)).flatMap((name) => {
    const parts = readFileSync(new URL(`docs/rules/${name}`, ROOT), 'utf8')
      .split('```hcl\n')
      .slice(1);
    return parts.map((part, index) => ({ name: `${name} ${index + 1}`, text: part.split('```')[0] ?? '' }));
  }),
  ...['examples', 'test/corpus/silent', 'test/corpus/realistic'].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tf'))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8') })),
  ),
];

/** A server's menu for one text, as our own client gets it. */
function menuOf(text: string) {
  const document = TextDocument.create(URI, 'terraform', 1, text);
  const log = (message: string) => {
    throw new Error(message);
  };
  const session = new Session(log, () => document, 'https://example.com/');
  session.configure(
    { companion: false, showsSimulations: true, readsFiles: false, pages: null },
    DEFAULT_EDITOR_SETTINGS,
  );
  session.folders = () => ['file:///code/'];
  session.workspace.openDocument(URI, text);
  session.workspace.setListed('file:///code', true);
  let ask: ((parameters: CodeActionParams, token: undefined) => Promise<CodeAction[]>) | undefined;
  let resolve: ((action: CodeAction) => Promise<CodeAction>) | undefined;
  const connection = {
    console: { error: log },
    onCodeAction: (handler: typeof ask) => {
      ask = handler;
    },
    onCodeActionResolve: (handler: typeof resolve) => {
      resolve = handler;
    },
  };
  listenForCodeActions(connection as unknown as Connection, session, () => readAbilities(CAPABILITIES));
  return {
    starts: [...new Set(session.context.problemsOf(URI, session.problemSettings).map(({ start }) => start))],
    async at(start: number): Promise<CodeAction[]> {
      const position = document.positionAt(start);
      const range = { start: position, end: position };
      const actions =
        (await ask?.({ textDocument: { uri: URI }, range, context: { diagnostics: [] } }, undefined)) ?? [];
      return Promise.all(
        actions.map(async (action) => (action.edit || action.command ? action : ((await resolve?.(action)) ?? action))),
      );
    },
  };
}

/** What an action does, without blanks; null for one whose edit is none. */
function effectOf({ edit, command }: CodeAction): string {
  return JSON.stringify(edit ?? command?.arguments).replaceAll(/\\[ntr]|[\s,]|\$\{\d+:(\d+)\}/g, '$1');
}

describe('the whole menu at a problem', () => {
  it('is looked at in many texts', () => {
    expect(TEXTS.length).toBeGreaterThan(300);
  });

  // The menu of fixes and refactorings alone is checked in the other half.
  const texts = TEXTS.filter((_, index) => hasTurn(index + 2, 4));

  it.each(texts)('lists no title and no effect twice, and nothing without effect: $name', async ({ text }) => {
    const menu = menuOf(text);
    // Every problem of a short text, some of a long one.
    const step = isLong() ? 1 : Math.ceil(menu.starts.length / 8);
    for (const start of menu.starts.filter((_, index) => index % step === 0)) {
      const actions = await menu.at(start);
      const titles = actions.map(({ title }) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
      const idle = actions.filter(({ edit, command }) => edit === undefined && command === undefined);
      expect(idle.map(({ title }) => title)).toEqual([]);
      const effects = actions.map(effectOf);
      expect(titles.filter((_, index) => effects.indexOf(effects[index] ?? '') !== index)).toEqual([]);
    }
  });

  it('offers what one reaches for at an ordinary problem', async () => {
    const rule = (priority: number) =>
      `{ rulePriority = ${priority}, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 14 }, action = { type = "expire" } }`;
    const policy = (name: string) =>
      `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy = jsonencode({ rules = [${rule(1)}] })\n}\n`;
    const menu = menuOf(`${policy('app')}${policy('shop')}`);
    const menus = await Promise.all(menu.starts.map((start) => menu.at(start)));
    const titles = menus
      .map((actions) => actions.map(({ title }) => title))
      .find((one) => one.includes('Add countUnit = "days"'));
    expect(titles).toEqual(
      expect.arrayContaining([
        'Add countUnit = "days"',
        'Fix all problems of rule-count-unit-missing in this file',
        'Ignore rule-count-unit-missing here',
        'Ignore rule-count-unit-missing in this file',
        'Ignore rule-count-unit-missing in this folder and below',
        'Show the page about rule-count-unit-missing',
      ]),
    );
  });

  it('adds a policy with tab stops at its numbers, to one repository and to all', async () => {
    const menu = menuOf(
      'resource "aws_ecr_repository" "app" {\n  name = "app-$${x}"\n}\nresource "aws_ecr_repository" "shop" {\n  name = "shop"\n}\n',
    );
    const actions = await menu.at(menu.starts[0] ?? 0);
    const added = actions.filter(({ title }) => /^Add (a|one) lifecycle policy/.test(title));
    expect(added.length).toBeGreaterThan(3);
    for (const { edit } of added) expect(JSON.stringify(edit)).toMatch(/countNumber\s*= \$\{1:\d+\}/);
    expect(added.map(({ title }) => title).join('\n')).toMatch(
      /all 2 repositories without one, in a shared local[\s\S]*with for_each/,
    );
  });
});
