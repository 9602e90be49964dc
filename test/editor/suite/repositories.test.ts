import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, extensions, Range, WorkspaceEdit, window, workspace } from 'vscode';
import { openFile, until } from './support.ts';

const CODE = `resource "aws_ecr_repository" "glance" {
  name                 = "team/glance"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository_policy" "glance" {
  repository = aws_ecr_repository.glance.name
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

interface Api {
  shownRepositories(): readonly string[];
}

function shown(): readonly string[] {
  const found = extensions.getExtension<Api>('ecrkit.terraform-ecr');
  return found?.isActive === true ? found.exports.shownRepositories() : [];
}

/** What the view says about the repository of the test. */
function aboutGlance(): string[] {
  const lines = shown();
  const start = lines.indexOf('team/glance');
  return start === -1 ? [] : lines.slice(start, start + 7);
}

suite('the view of repositories in the Explorer', () => {
  test('says of each repository what the code says, follows the code, and leads to the block', async () => {
    const { document } = await openFile('glance/main.tf', CODE);
    await until('the view', async () => {
      await commands.executeCommand('terraform-ecr.repositories.focus').then(undefined, () => undefined);
      return aboutGlance().length > 0 ? true : undefined;
    });
    const [, lifecycle, tags, scanning, pull, push, problems] = aboutGlance();
    assert.equal(lifecycle, 'Lifecycle policy: none');
    assert.equal(tags, 'Tags: IMMUTABLE');
    assert.match(String(scanning), /^Scanning: /);
    assert.match(String(pull), /^May pull: .*111122223333/);
    assert.match(String(push), /^May push: /);
    assert.equal(problems, 'Errors: 0, warnings: 0');

    const edit = new WorkspaceEdit();
    const line = CODE.split('\n').findIndex((text) => text.includes('IMMUTABLE'));
    edit.replace(document.uri, new Range(line, 0, line, 100), '  image_tag_mutability = "MUTABLE"');
    await workspace.applyEdit(edit);
    await until('the change', () => (aboutGlance().includes('Tags: MUTABLE') ? true : undefined), shown);

    await commands.executeCommand('terraform-ecr.showPlace', document.uri.toString(), { line: 0, character: 0 });
    const shownLine = () => window.activeTextEditor?.selection.active.line;
    await until('the block', () => (shownLine() === 0 ? true : undefined), shownLine);
  });
});
