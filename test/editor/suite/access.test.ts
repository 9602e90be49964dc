import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Hover, TextDocument } from 'vscode';
import { commands, type Position, Range } from 'vscode';
import {
  actionsAt,
  apply,
  completionsAtCursor,
  openFile,
  problemsOf,
  until,
  untilLens,
  untilProblems,
} from './support.ts';

const POLICY = `resource "aws_ecr_repository_policy" "shop" {
  repository = "team/shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      },
    ]
  })
}
`;

const BARE = `resource "aws_ecr_repository" "bare" {
  name                 = "team/bare"
  image_tag_mutability = "IMMUTABLE"
}
`;

/** The end of a first occurrence. */
function after(document: TextDocument, text: string): Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

async function hoverText(document: TextDocument, place: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

suite('an access policy', () => {
  test('is explained by its hover and by the line above it', async () => {
    const { document } = await openFile('access/main.tf', POLICY);
    const text = await until('the hover', async () => {
      const found = await hoverText(document, after(document, '  pol'));
      return found.includes('may pull') ? found : undefined;
    });
    assert.match(text, /Account 111122223333 may pull/);
    assert.match(text, /Nobody may push/);
    assert.match(text, /GetAuthorizationToken/);
    await untilLens(document, 'Pull: 111122223333');
  });

  test('completes actions, and an accepted one leaves no problem', async () => {
    const editor = await openFile(
      'accessHalf/main.tf',
      POLICY.replace(
        '["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDown',
        '["ecr:BatchCheck$0", "ecr:BatchGetImage", "ecr:GetDown',
      ),
    );
    await untilProblems(editor.document, 'access-action-unknown');
    const found = await until('the action', async () => {
      const { items } = await completionsAtCursor(editor);
      return items.find(({ label }) =>
        String(typeof label === 'string' ? label : label.label).includes('BatchCheckLayer'),
      );
    });
    const written = typeof found.insertText === 'string' ? found.insertText : String(found.insertText?.value ?? '');
    assert.match(written || String(found.label), /BatchCheckLayerAvailability/);
    const line = editor.document.lineAt(editor.selection.active.line).text;
    const start = line.indexOf('"ecr:BatchCheck');
    const range = new Range(
      editor.selection.active.line,
      start,
      editor.selection.active.line,
      start + '"ecr:BatchCheck"'.length,
    );
    await editor.edit((edit) => edit.replace(range, '"ecr:BatchCheckLayerAvailability"'));
    await untilProblems(editor.document);
  });

  test('is written by a recipe on the repository, with what the other side needs', async () => {
    const { document } = await openFile('accessRecipe/main.tf', BARE);
    const place = new Range(0, 3, 0, 3);
    const action = await until('the recipe', async () => {
      const all = await actionsAt(document, place, 'refactor');
      return all.find(({ title }) => /pull from another account|another account pull/i.test(title));
    });
    await apply(action);
    const text = await until('the policy', () =>
      document.getText().includes('aws_ecr_repository_policy') ? document.getText() : undefined,
    );
    assert.match(text, /repository = aws_ecr_repository\.bare\.name/);
    assert.match(text, /ecr:GetAuthorizationToken/);
    assert.deepEqual(
      problemsOf(document).filter((id) => id.startsWith('access-')),
      [],
    );
  });
});
