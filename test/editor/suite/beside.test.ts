import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions } from 'vscode';
import { actionsAt, apply, labelsAtCursor, openFile, until, untilLens, untilProblems } from './support.ts';

suite('beside another Terraform extension', () => {
  test('both are there', () => {
    assert.ok(extensions.getExtension('hashicorp.terraform'));
    assert.ok(extensions.getExtension('ecrkit.terraform-ecr'));
  });

  test('still shows and fixes problems', async () => {
    const { document } = await openFile(
      'bare.tf',
      'resource "aws_ecr_repository" "bare" {\n  name                 = "bare"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    );
    const above = await untilLens(document, 'No lifecycle policy');
    await untilProblems(document);
    await apply((await actionsAt(document, above)).find(({ title }) => /^Add a lifecycle policy/.test(title)));
    await untilLens(document, 'Lifecycle policy on line');
  });

  test('leaves the names of arguments to the other, so that none is listed twice', async () => {
    const editor = await openFile('names.tf', 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  $0\n}\n');
    const labels = await until('the other extension', async () => {
      const found = await labelsAtCursor(editor);
      return found.includes('force_delete') ? found : undefined;
    });
    assert.deepEqual(
      labels.filter((label) => label === 'force_delete'),
      ['force_delete'],
    );
    assert.deepEqual(
      labels.filter((label) => label === 'image_tag_mutability'),
      ['image_tag_mutability'],
    );
  });

  test('still completes values, which the other does not know', async () => {
    const editor = await openFile(
      'values.tf',
      'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = "$0"\n}\n',
    );
    await until('values', async () => {
      const found = await labelsAtCursor(editor);
      return found.includes('IMMUTABLE') ? true : undefined;
    });
  });

  test('says nothing of syntax, which the other reports', async () => {
    const { document } = await openFile(
      'broken.tf',
      'resource "aws_ecr_repository" "r" {\n  name = \n}\n\nresource "aws_ecr_repository" "s" {\n  name                 = "Orders"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    );
    await untilProblems(document, 'repository-name');
  });
});
