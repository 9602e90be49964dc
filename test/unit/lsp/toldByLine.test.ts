import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from '../../../server/src/lsp/session.ts';
import { readSettings } from '../../../server/src/lsp/settings.ts';

const URI = 'file:///code/main.tf';
const TEXT = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
const ID = 'repository-no-lifecycle-policy';

interface Given {
  readonly isOpen?: boolean;
  readonly drawsLenses?: boolean;
  readonly hasCommands?: boolean;
  readonly settings?: object;
  readonly inFile?: string;
  readonly uri?: string;
  readonly text?: string;
}

/** Whether the problems of a file hold the missing policy. */
function isTold(given: Given): boolean {
  const { isOpen = true, drawsLenses = true, hasCommands = true, settings = {}, uri = URI, text = TEXT } = given;
  const document = isOpen ? TextDocument.create(uri, 'terraform', 1, text) : undefined;
  const fail = (message: string) => {
    throw new Error(message);
  };
  const session = new Session(fail, () => document, 'https://example.com/');
  session.configure(
    { companion: false, showsSimulations: hasCommands, readsFiles: false, pages: null },
    readSettings(settings),
    drawsLenses,
  );
  session.workspace.setDiskFile(uri, text);
  if (isOpen) session.workspace.openDocument(uri, text);
  if (given.inFile !== undefined) session.workspace.setDiskFile('file:///code/.terraform-ecr.json', given.inFile);
  session.workspace.setListed('file:///code', true);
  return session.diagnosticsOf(uri).some(({ code }) => code === ID);
}

const CASES: readonly [words: string, given: Given, told: boolean][] = [
  ['an open file, whose line says it', {}, false],
  ['a closed file, which has no line', { isOpen: false }, true],
  ['an editor that draws no lenses', { drawsLenses: false }, true],
  ['a closed file in such an editor', { drawsLenses: false, isOpen: false }, true],
  ['the lines turned off', { settings: { codeLens: false } }, true],
  ['a closed file, the lines turned off', { settings: { codeLens: false }, isOpen: false }, true],
  ['a client without our commands', { hasCommands: false }, true],
  ['a severity in the settings', { settings: { rules: { [ID]: 'warning' } } }, true],
  ['a severity in the settings file', { inFile: `{ "rules": { "${ID}": "warning" } }` }, true],
  ['the rule off, in a closed file', { settings: { rules: { [ID]: 'off' } }, isOpen: false }, false],
  [
    'Terraform in JSON, which gets no policy by a line',
    { uri: 'file:///code/main.tf.json', text: '{"resource": {"aws_ecr_repository": {"app": {"name": "app"}}}}' },
    true,
  ],
];

describe('a repository without a lifecycle policy is told once', () => {
  it.each(CASES)('%s', (_, given, told) => {
    expect(isTold(given)).toBe(told);
  });
});
