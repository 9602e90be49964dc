import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, findNodeAtOffset, getNodePath, getNodeValue, parseTree } from 'jsonc-parser';
import type { Range } from '../syntax/tree/tree.ts';
import type { Excerpt } from './report.ts';

/** The number of lines shown before and after the marked one. */
const BEFORE = 3;
const AFTER = 1;

/** The last text that was read, and its tree, because the problems of one plan follow each other. */
let last: { readonly text: string; readonly tree: Node | undefined } | null = null;

function treeOf(text: string): Node | undefined {
  if (last?.text !== text) last = { text, tree: parseTree(text) };
  return last.tree;
}

/**
 * A place in a JSON text, mapped to the same text in multi-line form; for a plan, to the values of the resource around
 * it. Null for a text that is not JSON.
 */
export function laidOut(text: string, { start }: Range): Excerpt | null {
  const tree = treeOf(text);
  const written = tree && findNodeAtOffset(tree, start);
  if (tree === undefined || written === undefined) return null;
  const home = homeOf(getNodePath(written));
  const part = findNodeAtLocation(tree, home);
  if (part === undefined) return null;
  const printed = JSON.stringify(getNodeValue(part), null, 2);
  const layout = parseTree(printed);
  if (layout === undefined) return null;
  const node = sameNode(written, layout, home.length);
  const lines = printed.split('\n');
  const before = printed.slice(0, node.offset).split('\n');
  const line = before.length - 1;
  const from = Math.max(0, line - BEFORE);
  const character = before.at(-1)?.length ?? 0;
  const width = isNested(node) ? 1 : node.length;
  return { lines: lines.slice(from, line + AFTER + 1), marked: line - from, character, width };
}

/** The path to the values of the planned resource that contains a path; the whole text for any other. */
function homeOf(path: (string | number)[]): (string | number)[] {
  const at = path.lastIndexOf('resources');
  return at > 0 && path[0] === 'planned_values' ? [...path.slice(0, at + 2), 'values'] : [];
}

/** A multi-line object or list is marked at its bracket. */
function isNested({ type }: Node): boolean {
  return type === 'object' || type === 'array';
}

/** The node in the other tree that corresponds to this one; the root for one that is not in it. */
function sameNode(node: Node, layout: Node, depth: number): Node {
  const found = findNodeAtLocation(layout, getNodePath(node).slice(depth));
  if (found === undefined) return layout;
  const isKey = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  return isKey ? (found.parent?.children?.[0] ?? found) : found;
}
