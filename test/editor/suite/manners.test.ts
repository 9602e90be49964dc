import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import type { TextEditor } from 'vscode';
import { ConfigurationTarget, commands, extensions, Selection, window, workspace } from 'vscode';
import { apply, fixesFor, labelsAtCursor, openFile, until, untilProblems } from './support.ts';

const hasCompanion = extensions.getExtension('hashicorp.terraform') !== undefined;

const REPOSITORY = 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  $0\n}\n';

type Choice = 'auto' | 'always' | 'never';

async function choose(choice: Choice | undefined): Promise<void> {
  const settings = workspace.getConfiguration('terraform-ecr');
  await settings.update('completion.arguments', choice, ConfigurationTarget.Workspace);
}

/** Waits until the list at the cursor has `force_delete` this many times; the other extension has it once. */
async function untilListed(editor: TextEditor, times: number): Promise<void> {
  let seen: string[] = [];
  const look = async () => {
    seen = await labelsAtCursor(editor);
    return seen.filter((label) => label === 'force_delete').length === times ? true : undefined;
  };
  await until(`force_delete ${times} times`, look, () => seen);
}

suite('names of arguments', () => {
  suiteTeardown(() => choose(undefined));

  const others = hasCompanion ? 1 : 0;
  const expected: Readonly<Record<Choice, number>> = { auto: 1, always: others + 1, never: others };

  for (const choice of ['never', 'always', 'auto'] as const) {
    test(`are completed ${choice}${hasCompanion ? ' beside another extension' : ''}`, async () => {
      await choose(choice);
      const editor = await openFile('choice.tf', REPOSITORY);
      await untilListed(editor, expected[choice]);
    });
  }
});

suite('lists of completion', () => {
  const places: Readonly<Record<string, string>> = {
    'at the top of a file': '$0\n',
    'in a repository': REPOSITORY,
    'in a policy':
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [{ $0 }] })\n}\n',
    'in a value': 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = "$0"\n}\n',
  };

  for (const [place, text] of Object.entries(places)) {
    test(`have nothing twice ${place}`, async () => {
      const editor = await openFile('twice.tf', text);
      const labels = await until('a list', async () => {
        const found = await labelsAtCursor(editor);
        return found.length > 0 ? found : undefined;
      });
      const twice = labels.filter((label, index) => labels.indexOf(label) !== index);
      assert.deepEqual(twice, []);
    });
  }
});

suite('what is left to others', () => {
  test('formatting and colours by meaning are', async () => {
    const { document } = await openFile('others.tf', 'resource "aws_ecr_repository" "r" {\nname = "r"\n}\n');
    const formatted = await commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {});
    const legend = await commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri);
    assert.deepEqual([formatted ?? null, legend ?? null], [null, null]);
  });
});

suite('a text without a file', () => {
  test('is checked, mended and completed', async () => {
    const content =
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "expire" } }] })\n}\n';
    const document = await workspace.openTextDocument({ language: 'terraform', content });
    const editor = await window.showTextDocument(document);
    await untilProblems(document, 'rule-count-unit-missing');
    await apply((await fixesFor(document, 'rule-count-unit-missing'))[0]);
    await untilProblems(document);
    const at = document.positionAt(document.getText().indexOf('any"') + 1);
    editor.selection = new Selection(at, at);
    await until('values', async () => ((await labelsAtCursor(editor)).includes('untagged') ? true : undefined));
  });
});
