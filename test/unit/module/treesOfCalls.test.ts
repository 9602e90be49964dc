import { expect, it, vi } from 'vitest';
import { calledDirectories, unfollowedSources } from '../../../server/src/module/moduleCalls.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import * as reader from '../../../server/src/syntax/reader/read.ts';

const URI = 'file:///w/main.tf';

const TEXT = `locals {
  a = 1
}

module "unfollowed" {
  source = "~/modules/a"
}

resource "aws_ecr_repository" "r" {
  name = "r"
}

module "followed" {
  source = "./b"
}

variable "v" {}
`;

it('only the calls are read again to tell where they lead', () => {
  const workspace = new Workspace();
  workspace.setDiskFile(URI, TEXT);
  const module = workspace.moduleOf(URI);
  if (module === undefined) throw new Error('the text was not read');
  expect(module.allBlocks()).toHaveLength(5);
  module.forgetTrees(URI);
  const read = vi.spyOn(reader, 'readTree');
  expect(unfollowedSources(module)).toEqual(['~/modules/a']);
  expect([...calledDirectories(module)]).toEqual(['file:///w/b']);
  expect(read.mock.calls.map(([text]) => /\w+ "\w+"/.exec(text)?.[0])).toEqual([
    'module "unfollowed"',
    'module "followed"',
  ]);
  read.mockRestore();
});
