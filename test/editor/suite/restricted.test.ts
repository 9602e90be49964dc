import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions, workspace } from 'vscode';
import { apply, fixesFor, labelsAtCursor, openFile, until, untilProblems } from './support.ts';

suite('in Restricted Mode', () => {
  test('the folder is not trusted, and the extension is there', () => {
    assert.equal(workspace.isTrusted, false);
    assert.ok(extensions.getExtension('ecrkit.terraform-ecr'));
  });

  test('problems are shown and fixed', async () => {
    const { document } = await openFile(
      'restricted.tf',
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "expire" } }] })\n}\n',
    );
    await untilProblems(document, 'rule-count-unit-missing');
    await apply((await fixesFor(document, 'rule-count-unit-missing'))[0]);
    await untilProblems(document);
  });

  test('values are completed', async () => {
    const editor = await openFile(
      'values.tf',
      'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = "$0"\n}\n',
    );
    await until('values', async () => ((await labelsAtCursor(editor)).includes('IMMUTABLE') ? true : undefined));
  });
});
