import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeLens, InlayHint, SnippetString } from 'vscode';
import { commands, Range, WorkspaceEdit, window, workspace } from 'vscode';
import {
  acceptFirst,
  actionsAt,
  apply,
  completionsAtCursor,
  fixesFor,
  openFile,
  problemsOf,
  until,
  untilLens,
  untilProblems,
} from './support.ts';

const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}
`;

suite('the extension alone', () => {
  test('shows problems on opening, and takes them back as they are fixed', async () => {
    const { document } = await openFile('problems.tf', POLICY);
    await untilProblems(document, 'rule-count-unit-missing', 'rule-priority-duplicate');

    const [addUnit] = (await fixesFor(document, 'rule-count-unit-missing')).filter(({ title }) =>
      title.includes('countUnit'),
    );
    await apply(addUnit);
    await untilProblems(document, 'rule-priority-duplicate');
    assert.match(document.getText(), /countType {3}= "sinceImagePushed"\n {10}countUnit {3}= "days"\n/);

    const line = document.getText().slice(0, document.getText().lastIndexOf('rulePriority')).split('\n').length - 1;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(line, 0, line, 200), '        rulePriority = 2');
    await workspace.applyEdit(edit);
    await untilProblems(document);
  });

  test('shows a policy as JSON and in plain words beside the text', async () => {
    const mended = POLICY.replace('countNumber = 14', 'countUnit   = "days"\n          countNumber = 14').replace(
      'rulePriority = 1\n        selection = {\n          tagStatus   = "any"',
      'rulePriority = 2\n        selection = {\n          tagStatus   = "any"',
    );
    const { document } = await openFile('read/main.tf', mended);
    await untilProblems(document);
    for (const [command, expected] of [
      [
        'terraform-ecr.explain',
        '### Priority 2\n\nKeeps the newest 30 of all other images and deletes the rest of those.',
      ],
      ['terraform-ecr.render', '"countNumber": 14'],
    ] as const) {
      await window.showTextDocument(document);
      await commands.executeCommand(command);
      await until(`${command} shows its text`, () =>
        workspace.textDocuments.find((other) => other !== document && other.getText().includes(expected)),
      );
    }
    const pages = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until('the rendered page', () => (pages().includes('Preview main.tf.md') ? true : undefined), pages);
    assert.deepEqual(
      workspace.textDocuments
        .filter(({ isDirty, isUntitled }) => isDirty || isUntitled)
        .map(({ uri }) => uri.toString()),
      [],
    );
    // Both follow the text.
    const at = document.positionAt(document.getText().indexOf('countNumber = 30') + 'countNumber = '.length);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(at, at.translate(0, 2)), '31');
    await workspace.applyEdit(edit);
    for (const expected of ['Keeps the newest 31 of all other images', '"countNumber": 31'])
      await until(`${expected} follows`, () =>
        workspace.textDocuments.find((other) => other !== document && other.getText().includes(expected)),
      );
    await document.save();
  });

  test('fixes everything that has one obvious fix', async () => {
    const { document } = await openFile('fixall.tf', POLICY);
    await untilProblems(document, 'rule-count-unit-missing', 'rule-priority-duplicate');
    // The editor silently drops the command while its view does not have the focus.
    await until('everything fixed', async () => {
      await window.showTextDocument(document);
      await commands.executeCommand('editor.action.fixAll');
      return problemsOf(document).length === 0 ? true : undefined;
    });
    assert.match(document.getText(), /countUnit {3}= "days"/);
    assert.match(document.getText(), /rulePriority = 2/);
  });

  test('completes a value inside an open quote without doubling the quote', async () => {
    const editor = await openFile(
      'value.tf',
      'resource "aws_ecr_repository" "r" {\n  name                 = "r"\n  image_tag_mutability = "$0"\n}\n',
    );
    const labels = await until('completion', async () => {
      const { items } = await completionsAtCursor(editor);
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('IMMUTABLE') ? found : undefined;
    });
    assert.deepEqual(
      labels.filter((label) => label === 'IMMUTABLE'),
      ['IMMUTABLE'],
    );
    await acceptFirst('an accepted value', {
      open: async () => {
        await window.showTextDocument(editor.document);
        await commands.executeCommand('editor.action.triggerSuggest');
      },
      accept: 'acceptSelectedSuggestion',
      isDone: () => /= "[A-Z_]+"\n/.test(editor.document.getText()),
    });
  });

  test('inserts a snippet whose tab stops work', async () => {
    const editor = await openFile('snippet.tf', '$0');
    const snippet = await until('the repository snippet', async () => {
      const { items } = await completionsAtCursor(editor);
      return items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'ecr-repo');
    });
    await editor.insertSnippet(snippet.insertText as SnippetString);
    await commands.executeCommand('type', { text: 'orders' });
    assert.match(editor.document.getText(), /resource "aws_ecr_repository" "orders"/);
    const before = editor.selection.active;
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next tab stop', () => (editor.selection.active.isEqual(before) ? undefined : true));
  });

  test('adds a lifecycle policy to a repository that has none', async () => {
    const { document } = await openFile(
      'bare.tf',
      'resource "aws_ecr_repository" "bare" {\n  name                 = "bare"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    );
    const above = await untilLens(document, 'No lifecycle policy');
    await untilProblems(document);
    const offered = await actionsAt(document, above);
    await apply(offered.find(({ title }) => /^Add a lifecycle policy/.test(title)));
    await untilLens(document, 'Lifecycle policy on line');
    assert.match(
      document.getText(),
      /resource "aws_ecr_lifecycle_policy" "bare" \{\n {2}repository = aws_ecr_repository\.bare\.name\n/,
    );
  });

  test('explains values on hover', async () => {
    const { document } = await openFile('hover.tf', POLICY);
    const position = document.positionAt(POLICY.indexOf('sinceImagePushed') + 3);
    const text = await until('a hover', async () => {
      const hovers: { contents: { value: string }[] }[] = await commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const found = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
      return found.includes('sinceImagePushed') ? found : undefined;
    });
    assert.match(text, /days/);
  });

  test('says in the text what numbers count, and leads from a repository to its policy', async () => {
    const { document } = await openFile(
      'lenses.tf',
      `resource "aws_ecr_repository" "led" {\n  name = "led"\n}\n\n${POLICY.replace('"app"\n', 'aws_ecr_repository.led.name\n')}`,
    );
    const everything = new Range(0, 0, document.lineCount, 0);
    const hints = await until('hints', async () => {
      const found: InlayHint[] = await commands.executeCommand(
        'vscode.executeInlayHintProvider',
        document.uri,
        everything,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['days since push', 'newest images kept'],
    );
    const lenses: CodeLens[] = await commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 9);
    const titles = lenses.map(({ command }) => command?.title);
    assert.equal(titles[0], 'Lifecycle policy on line 5', titles.join(', '));
    assert.match(String(titles[1]), /^Simulate · 2 rules$/);
    const { command = '', arguments: words = [] } = lenses[0]?.command ?? {};
    await commands.executeCommand(command, ...words);
    const lineOfCursor = () => window.activeTextEditor?.selection.active.line;
    await until('the policy', () => (lineOfCursor() === 4 ? true : undefined), lineOfCursor);
  });

  test('offers policies above a repository that has none', async () => {
    const { document } = await openFile('offer.tf', 'resource "aws_ecr_repository" "offer" {\n  name = "offer"\n}\n');
    const offer = await until('the lens', async () => {
      const lenses: CodeLens[] = await commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 9);
      return lenses.find(({ command }) => command?.title.startsWith('No lifecycle policy'))?.command;
    });
    const added = commands.executeCommand(offer.command, ...(offer.arguments ?? []));
    await until('a policy chosen from the list', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().includes('aws_ecr_lifecycle_policy') ? true : undefined;
    });
    await added;
    assert.match(document.getText(), /resource "aws_ecr_lifecycle_policy" "offer" \{\n {2}repository = /);
  });
});
