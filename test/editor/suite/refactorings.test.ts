import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { CodeAction, DocumentSymbol, LocationLink } from 'vscode';
import { commands, Range, Selection, window } from 'vscode';
import { acceptFirst, openFile, until, untilProblems } from './support.ts';

const HEREDOC = `resource "aws_ecr_repository" "refactored" {
  name                 = "refactored"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "refactored" {
  repository = aws_ecr_repository.refactored.name
  policy     = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "description": "newest",
          "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30 },
          "action": { "type": "expire" }
        }
      ]
    }
  EOT
}
`;

suite('refactorings', () => {
  test('stand in the menu and rewrite the policy when one is chosen there', async () => {
    const editor = await openFile('refactored.tf', HEREDOC.replace('policy     =', 'pol$0icy     ='));
    const { document, selection } = editor;
    const range = new Range(selection.active, selection.active);
    const titles = await until('refactorings', async () => {
      const found: CodeAction[] = await commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'refactor',
      );
      return found.length > 0 ? found.map(({ title }) => title) : undefined;
    });
    assert.ok(
      titles.some((title) => title.includes('jsonencode')),
      titles.join(', '),
    );
    await acceptFirst('a refactoring chosen from the menu', {
      open: async () => {
        await window.showTextDocument(document, { selection: new Selection(selection.active, selection.active) });
        await commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite', apply: 'never' });
      },
      accept: 'acceptSelectedCodeAction',
      isDone: () => !document.getText().includes('<<-EOT'),
    });
    assert.match(document.getText(), /jsonencode\(\{|aws_ecr_lifecycle_policy_document/);
    await untilProblems(document);
  });
});

suite('navigation', () => {
  test('leads from a reference to the block, and lists the rules of a policy in the outline', async () => {
    const { document, selection } = await openFile(
      'refactored.tf',
      HEREDOC.replace('refactored.name', 'refac$0tored.name'),
    );
    const links = await until('a definition', async () => {
      const found: LocationLink[] = await commands.executeCommand(
        'vscode.executeDefinitionProvider',
        document.uri,
        selection.active,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      links.map(({ targetSelectionRange }) => targetSelectionRange?.start.line),
      [0],
    );
    const symbols: DocumentSymbol[] = await commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]),
      ['aws_ecr_repository.refactored', 'aws_ecr_lifecycle_policy.refactored', '1: newest'],
    );
  });
});
