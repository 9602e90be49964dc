import { treeOfPiece } from '../syntax/tree/file.ts';
import type { Place } from '../syntax/tree/place.ts';
import type { Node, Tree } from '../syntax/tree/tree.ts';
import { pathAt } from '../syntax/tree/walkTree.ts';

const damagedIn = new WeakMap<Tree, ReadonlySet<Node>>();

/**
 * True for a place in an HCL object with a syntax error among its own keys and values, or in an item of a list with
 * one: its contents and kind may not be what the author means.
 */
export function isInDamagedObject({ uri, piece, start }: Place): boolean {
  // Other files are not HCL: their text has no tree of its own.
  if (!/\.(?:tf|tofu)$/.test(uri) || treeOfPiece(piece).errors.length === 0) return false;
  const damaged = damagedNodes(treeOfPiece(piece));
  const path = pathAt(treeOfPiece(piece), start).filter(isCollection);
  const object = path.findLastIndex(({ kind }) => kind === 'ObjectExpression');
  return path.slice(Math.max(0, object - 1)).some((node) => damaged.has(node));
}

function damagedNodes(tree: Tree): ReadonlySet<Node> {
  const known = damagedIn.get(tree);
  if (known !== undefined) return known;
  const found = new Set(tree.errors.flatMap(({ start }) => pathAt(tree, start).findLast(isCollection) ?? []));
  damagedIn.set(tree, found);
  return found;
}

function isCollection({ kind }: Node): boolean {
  return kind === 'ObjectExpression' || kind === 'TupleExpression';
}
