import { expect, test } from 'vitest';
import { blockAtAddress } from '../../../server/src/ecr/blocks/blockAtAddress.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';

const FILES = {
  'root/main.tf': `
resource "aws_ecr_repository" "app" {
}

module "images" {
  source   = "../modules/images"
  for_each = { "a.b" = 1 }
}
`,
  'modules/images/main.tf': `
resource "aws_ecr_repository" "this" {
}

module "inner" {
  source = "./inner"
}
`,
  'modules/images/inner/main.tf': 'resource "aws_ecr_lifecycle_policy" "deep" {\n}\n',
};

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [path, text] of Object.entries(files)) workspace.setDiskFile(`file:///folder/${path}`, text);
  return workspace;
}

const TABLE: readonly (readonly [string, string | null])[] = [
  ['aws_ecr_repository.app', 'root/main.tf'],
  ['aws_ecr_repository.app[0]', 'root/main.tf'],
  ['aws_ecr_repository.app["x]\\".y"]', 'root/main.tf'],
  ['module.images["a.b"].aws_ecr_repository.this', 'modules/images/main.tf'],
  ['module.images["a.b"].module.inner.aws_ecr_lifecycle_policy.deep["k"]', 'modules/images/inner/main.tf'],
  ['aws_ecr_repository.gone', null],
  ['module.gone.aws_ecr_repository.this', null],
  ['aws_ecr_repository.this', null],
  ['', null],
];

test.each(TABLE)('%s is declared in %s', (address, path) => {
  const found = blockAtAddress(workspaceOf(FILES), address);
  expect(found?.source.uri ?? null).toBe(path === null ? null : `file:///folder/${path}`);
});

test('is not known where two root modules declare it', () => {
  const two = { ...FILES, 'other/main.tf': 'resource "aws_ecr_repository" "app" {\n}\n' };
  expect(blockAtAddress(workspaceOf(two), 'aws_ecr_repository.app')).toBeNull();
});
