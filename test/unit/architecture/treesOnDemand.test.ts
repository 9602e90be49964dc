import { expect, it } from 'vitest';
import { productFiles, textOfFile } from './importGraph.ts';

/** The two kinds of pieces, which alone read their trees and forget them. */
const PIECES = ['server/src/embedded/terraformJson.ts', 'server/src/syntax/tree/file.ts'];

/** Code that reads the tree of a piece without `treeOfPiece`: `piece.tree`, or a destructuring pattern. */
const PAST = /\bpiece\)?\??\.tree\b|\{[^{}\n]*\btree\b[^{}\n]*\} = (?:[\w.#]+\.)?#?piece\b/g;

/** A field, or something that lives as long as a file, that would keep a tree. Weak keys keep none. */
const KEPT =
  /^ {2}(?:private |readonly |static )*#?\w+(?:\?|!)?: (?:Tree\b|.*[<, ]Tree\b)|Map<[^<>]*, (?:readonly )?Tree\b|^(?:let|const) \w+: .*\bTree\b/gm;

const files = productFiles().filter((path) => path.startsWith('server/src/') && !PIECES.includes(path));
const found = (pattern: RegExp) =>
  files.flatMap((path) => [...textOfFile(path).matchAll(pattern)].map(([text]) => `${path}: ${text}`));

it('asks for the tree of a piece by one function', () => {
  expect(files.filter((path) => textOfFile(path).includes('treeOfPiece(')).length).toBeGreaterThan(15);
  expect(found(PAST)).toEqual([]);
});

it('keeps no tree but in its piece', () => {
  expect(found(KEPT)).toEqual([]);
});

it.each([
  'piece.tree',
  'placed.piece.tree',
  'placed?.piece.tree',
  'this.#piece.tree',
  'const { tree } = piece',
  'const { text, tree } = placed.piece',
])('finds %s', (text) => {
  expect([...text.matchAll(PAST)]).toHaveLength(1);
});

it.each([
  '  readonly #tree: Tree;',
  '  tree?: Tree;',
  '  #tree: Tree | undefined;',
  '  readonly trees: readonly Tree[];',
  'const trees = new Map<Piece, Tree>();',
  'const trees = new WeakMap<Piece, Tree>();',
  'let last: Tree | null = null;',
])('finds %s', (text) => {
  expect([...text.matchAll(KEPT)].length).toBeGreaterThan(0);
});
