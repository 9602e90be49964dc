import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import type { Hover, Location, LocationLink, SymbolInformation } from 'vscode';
import { commands, languages, Position, Range, WorkspaceEdit, workspace } from 'vscode';
import { completionsAtCursor, inFolder, openFile, until, untilProblems, writeFile } from './support.ts';

const ROOT = `module "platform" {
  source = "./platform"
  name   = "Shop"
}

module "images" {
  source  = "acme/images/aws"
  version = "~> 1.0"

  name = "team/images"
  keep = 0
}
`;

const PLATFORM = `variable "name" {
  type = string
}

module "registry" {
  source = "git::https://git.example.com/registry.git?ref=v2.0.0"
  name   = var.name
}
`;

const OUTER = `variable "name" {
  type = string
}

module "inner" {
  source = "acme/images/aws"
  name   = var.name
}
`;

const COPY = `variable "name" {
  type = string
}

variable "keep" {
  type        = number
  default     = 30
  description = "Images that stay"
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }
      action       = { type = "expire" }
    }]
  })
}
`;

const OWN = `resource "aws_ecr_repository" "own" {
  name                 = "team/own"
  image_tag_mutability = "IMMUTABLE"
}
`;

const entry = (Key: string, Source: string, Dir: string, Version?: string) => ({ Key, Source, Dir, Version });

const INSTALLED = {
  Modules: [
    entry('', '', '.'),
    entry('platform', './platform', 'platform'),
    entry(
      'platform.registry',
      'git::https://git.example.com/registry.git?ref=v2.0.0',
      '.terraform/modules/platform.registry',
    ),
    entry(
      'platform.registry.inner',
      'registry.terraform.io/acme/images/aws',
      '.terraform\\modules\\platform.registry.inner',
      '1.4.0',
    ),
    entry('images', 'registry.terraform.io/acme/images/aws', '.terraform/modules/images', '1.4.0'),
  ],
};

/** What `terraform init` leaves in a folder. */
async function install(folder: string): Promise<void> {
  await writeFile(`${folder}/.terraform/modules/images/main.tf`, COPY);
  await writeFile(`${folder}/.terraform/modules/platform.registry/main.tf`, OUTER);
  await writeFile(`${folder}/.terraform/modules/platform.registry.inner/main.tf`, COPY);
  await writeFile(`${folder}/.terraform/modules/modules.json`, JSON.stringify(INSTALLED));
  await writeFile(`${folder}/platform/main.tf`, PLATFORM);
}

const FOLDER = 'installed';

suite('modules that terraform init has installed, two of them inside others', () => {
  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(inFolder(FOLDER), { recursive: true });
  });

  test('are followed: problems stand at the arguments of the calls, and nowhere in the copies', async () => {
    await install(FOLDER);
    const { document } = await openFile(`${FOLDER}/main.tf`, ROOT);
    await untilProblems(document, 'policy-number-range', 'repository-name');
    const inside = languages
      .getDiagnostics()
      .filter(([uri, all]) => uri.path.includes('/.terraform/') && all.length > 0);
    assert.deepEqual(inside, []);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(2, 0, 2, 100), '  name   = "shop"');
    edit.replace(document.uri, new Range(10, 0, 10, 100), '  keep = 3');
    await workspace.applyEdit(edit);
    await untilProblems(document);
  });

  test('are led into by definition, explained by hover, and completed', async () => {
    const editor = await openFile(`${FOLDER}/main.tf`, ROOT.replace('  keep = 0', '  keep = 3\n  $0'));
    const { document } = editor;
    const input = new Position(10, 3);
    const found = await until('the definition', async () => {
      const all = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        input,
      );
      return all.map((one) => ('targetUri' in one ? one.targetUri.path : one.uri.path))[0];
    });
    assert.match(found, /\/\.terraform\/modules\/images\/main\.tf$/);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, input);
    const explained = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(explained.join('\n'), /30/);
    const { items } = await completionsAtCursor(editor);
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(labels.includes('keep'), false, 'an input that is given is not offered again');
  });

  test('are not listed among the symbols of the workspace', async () => {
    await openFile(`${FOLDER}/own.tf`, OWN);
    const symbolsOf = (query: string) =>
      commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    await until('the own repository', async () =>
      (await symbolsOf('own')).find(({ name }) => name.includes('aws_ecr_repository.own')),
    );
    const symbols = await symbolsOf('this');
    assert.deepEqual(
      symbols.map(({ location }) => location.uri.path).filter((path) => path.includes('/.terraform/')),
      [],
    );
  });
});
