import type { Place } from '../syntax/tree/place.ts';
import type { Node, Tree } from '../syntax/tree/tree.ts';
import { pathAt } from '../syntax/tree/walkTree.ts';

const damagedIn = new WeakMap<Tree, ReadonlySet<Node>>();

/**
 * True for a place in an object of HCL with a syntax error among its own keys and values: what it seems to hold may
 * not be what is meant.
 */
export function isInDamagedObject({ uri, piece, start }: Place): boolean {
  // Other files are no HCL: their text has no tree of its own.
  if (!/\.(?:tf|tofu)$/.test(uri) || piece.tree.errors.length === 0) return false;
  const object = innermostObject(piece.tree, start);
  return object !== undefined && damagedObjects(piece.tree).has(object);
}

function damagedObjects(tree: Tree): ReadonlySet<Node> {
  const known = damagedIn.get(tree);
  if (known !== undefined) return known;
  const found = new Set(tree.errors.flatMap(({ start }) => innermostObject(tree, start) ?? []));
  damagedIn.set(tree, found);
  return found;
}

function innermostObject(tree: Tree, offset: number): Node | undefined {
  return pathAt(tree, offset).findLast(({ kind }) => kind === 'ObjectExpression');
}
