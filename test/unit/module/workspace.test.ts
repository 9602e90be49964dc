import { describe, expect, it } from 'vitest';
import { directoryOf } from '../../../server/src/module/sources/uri.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';

const FILE = 'file:///project/main.tf';

const addresses = (workspace: Workspace, uri = FILE) =>
  [...(workspace.moduleOf(uri)?.allBlocks() ?? [])].map(({ address }) => address);

describe('texts of a workspace', () => {
  it('an open document hides the file on disk until it is closed', () => {
    const workspace = new Workspace();
    workspace.setDiskFile(FILE, 'resource "a" "disk" {}\n');
    workspace.openDocument(FILE, 'resource "a" "open" {}\n');
    expect(addresses(workspace)).toEqual(['a.open']);
    workspace.setDiskFile(FILE, 'resource "a" "newer" {}\n');
    expect(addresses(workspace)).toEqual(['a.open']);
    workspace.closeDocument(FILE);
    expect(addresses(workspace)).toEqual(['a.newer']);
  });

  it('files of one directory are one module, others are not', () => {
    const workspace = new Workspace();
    workspace.setDiskFile('file:///project/b.tf', 'module "m" {}\n');
    workspace.setDiskFile('file:///project/a.tf', 'data "d" "x" {}\nlocals {\n  l = 1\n}\n');
    workspace.setDiskFile('file:///project/sub/c.tf', 'variable "v" {}\n');
    expect(addresses(workspace)).toEqual(['data.d.x', 'locals', 'module.m']);
    expect(workspace.moduleOf('file:///project/sub/c.tf')?.uris).toEqual(['file:///project/sub/c.tf']);
  });

  it('a module goes with its last file', () => {
    const workspace = new Workspace();
    workspace.setDiskFile(FILE, '');
    workspace.setDiskFile(FILE, null);
    expect(workspace.modules).toEqual([]);
  });

  it('each untitled document is a module of its own', () => {
    expect(directoryOf('untitled:Untitled-1')).not.toBe(directoryOf('untitled:Untitled-2'));
  });
});

describe('an edit', () => {
  const TEXT = 'locals {\n  a = 1\n}\n\nresource "x" "one" {}\n\nresource "x" "two" {}\n';

  it('leaves the declarations of other blocks the same objects', () => {
    const workspace = new Workspace();
    workspace.openDocument(FILE, TEXT);
    const module = workspace.moduleOf(FILE);
    const before = { local: module?.localDeclaration('a'), two: module?.blocks('x.two')[0] };
    workspace.openDocument(FILE, TEXT.replace('"one" {}', '"one" { b = 2 }'));
    expect(module?.localDeclaration('a')).toBe(before.local);
    expect(module?.blocks('x.two')[0]).toBe(before.two);
  });

  it('takes away what it removed and adds what it brought', () => {
    const workspace = new Workspace();
    workspace.openDocument(FILE, TEXT);
    workspace.openDocument(FILE, TEXT.replace('a = 1', 'b = 1').replace('"two"', '"three"'));
    const module = workspace.moduleOf(FILE);
    expect(module?.localDeclaration('a')).toBeNull();
    expect(module?.localDeclaration('b')).not.toBeNull();
    expect(addresses(workspace)).toEqual(['locals', 'x.one', 'x.three']);
  });

  it('a local that is declared twice has no one meaning', () => {
    const workspace = new Workspace();
    workspace.openDocument(FILE, `${TEXT}locals {\n  a = 2\n}\n`);
    expect(workspace.moduleOf(FILE)?.localDeclaration('a')).toBeNull();
  });

  it('forgotten trees are read again when someone asks', () => {
    const workspace = new Workspace();
    workspace.openDocument(FILE, TEXT);
    const module = workspace.moduleOf(FILE);
    const local = module?.localDeclaration('a');
    module?.forgetTrees(FILE);
    expect(module?.localDeclaration('a')).toBe(local);
    expect(local?.attribute.value).toMatchObject({ kind: 'NumberLiteral', text: '1' });
    expect(module?.blocks('x.one')[0]?.block.labels.map(({ text }) => text)).toEqual(['x', 'one']);
  });
});
