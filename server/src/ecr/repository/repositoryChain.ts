import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath, resourcesMentionedIn } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { append } from '../../syntax/arrays.ts';
import { isOtherBlocksRoot } from '../../syntax/referenceRoots.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import { REPOSITORY_TYPE } from './repositoryBlock.ts';

/** The repositories that a block's `for_each` iterates over. */
export interface RepositoryChain {
  /** Their addresses; at least one. */
  readonly addresses: readonly string[];
  /** True when there may be others. */
  readonly isOpen: boolean;
}

const NAMES = new Set(['each.value', 'each.value.name', 'each.value.id']);

/** The number of locals that are followed to the collection. */
const LOCAL_LIMIT = 4;

/**
 * The repositories whose name is `each.value`, `each.value.name` or `each.value.id`, according to `for_each`: the
 * repositories themselves, or a map or set made of them. Null when it also contains anything else.
 */
export function repositoryChain(
  { block }: BlockDeclaration,
  repository: Expression,
  module: Module,
): RepositoryChain | null {
  const forEach = attributeOf(block, 'for_each')?.value;
  if (forEach === undefined || !NAMES.has(referencePath(repository)?.join('.') ?? '')) return null;
  const collection = withoutLocals(forEach, module);
  const nodes = [...nodesOf(collection)];
  const bound = nodes.flatMap((node) => (node.kind === 'ForExpression' ? [node.keyName, node.valueName] : []));
  const isBound = (address: string) => bound.some((name) => name !== null && address.startsWith(`${name.text}.`));
  const addresses = [...resourcesMentionedIn(collection)].filter((address) => !isBound(address));
  if (addresses.length === 0 || !addresses.every((address) => address.startsWith(`${REPOSITORY_TYPE}.`))) return null;
  // The others may contain names of other repositories.
  return { addresses, isOpen: nodes.some((node) => node.kind === 'Variable' && isOtherBlocksRoot(node.name.text)) };
}

/** The value of a local, when the local is the whole expression. */
function withoutLocals(expression: Expression, module: Module): Expression {
  const scope = new RecordingScope(module);
  let current = expression;
  for (let step = 0; step < LOCAL_LIMIT; step += 1) {
    const [root, name, ...rest] = referencePath(current) ?? [];
    const local = root === 'local' && name !== undefined && rest.length === 0 ? scope.local(name) : null;
    if (local === null) return current;
    current = local.expression;
  }
  return current;
}

function* nodesOf(expression: Expression): Iterable<Node> {
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    append(pending, childrenOf(node));
  }
}
