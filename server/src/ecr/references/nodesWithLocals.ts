import type { Scope } from '../../evaluate/scope.ts';
import type { Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';

/** A node, all below it, and those of the locals that they use, each local once; parents come before their children. */
export function* nodesWithLocals(start: Node, scope: Pick<Scope, 'local'>): Iterable<Node> {
  const followed = new Set<string>();
  const pending: Node[] = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    const name = localIn(node);
    const local = name === null || followed.has(name) ? null : scope.local(name);
    if (name !== null) followed.add(name);
    if (local !== null) pending.push(local.expression);
    for (const child of childrenOf(node)) pending.push(child);
  }
}

/** The name in `local.NAME`; null for another node. */
function localIn(node: Node): string | null {
  const isLocal =
    node.kind === 'AttributeAccess' && node.object.kind === 'Variable' && node.object.name.text === 'local';
  return isLocal ? node.name.text : null;
}
