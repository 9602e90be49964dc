import { declaredAt } from '../../ecr/state/declaredInstances.ts';
import type { StateBlock, StateEnd } from '../../ecr/state/stateBlocks.ts';
import { readStateBlock } from '../../ecr/state/stateBlocks.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { BlockCheck, Finding } from '../check.ts';
import { replacement, withoutRoot, wrongAddress } from '../support/stateAddresses.ts';

export const stateRemoved: BlockCheck = {
  subject: 'block',
  id: 'state-removed',
  title: 'Terraform refuses a removed block',
  severity: 'error',
  *check(declaration, scope) {
    const block = readStateBlock(declaration);
    if (block?.kind !== 'removed' || block.from === null) return;
    const wrong = wrongAddress(block, block.from) ?? checkAddress(block, block.from, scope);
    if (wrong !== null) yield wrong;
    yield* checkDestroy(block);
  },
};

function checkAddress(block: StateBlock, from: StateEnd, scope: RecordingScope): Finding | null {
  const { source } = block.declaration;
  const { address } = from;
  const { value } = from.attribute;
  const place = placeOf(source, value);
  if (address?.kind === 'data-source') {
    return {
      place,
      message:
        'Remove this block: each plan reads a data source again, so there is nothing to forget ("Data source address not allowed").',
    };
  }
  if (address?.kind !== 'address') return null;
  const keys = checkKeys(block, value);
  if (keys !== null) return keys;
  const without = withoutRoot(block, from);
  if (without !== null) {
    const isTofu = isOfTofu(scope) === true;
    return {
      place,
      message: `Write ${without}: the address has no \`resource.\` here, and ${isTofu ? 'OpenTofu' : 'Terraform'} refuses the block.`,
      fixes: [replacement(block, value, without, 'one')],
    };
  }
  const declared = declaredAt(address, scope);
  if (declared === 'undeclared' || declared === 'unknown') return null;
  return {
    place,
    message:
      'The module still declares this resource; the plan fails ("Removed resource still exists"). Remove its block, or this one.',
    related: [
      { place: placeOf(declared.declaration.source, declared.declaration.block.type), message: 'It is declared here' },
    ],
  };
}

/** Keys of resources and modules: a block forgets all instances or none. */
function checkKeys(block: StateBlock, value: Expression): Finding | null {
  const { source } = block.declaration;
  const keyed = firstKeyIn(value);
  if (keyed === null) return null;
  const without = textOf(placeOf(source, value)).replaceAll(/\s*\[[^\]]*\]/g, '');
  return {
    place: placeOf(source, keyed),
    message:
      'Leave the key out: a removed block is for all instances of a resource ("Resource instance keys not allowed"). `terraform state rm` forgets a single instance.',
    fixes: [replacement(block, value, without)],
  };
}

function firstKeyIn(expression: Expression): Expression | null {
  if (expression.kind === 'AttributeAccess') return firstKeyIn(expression.object);
  if (expression.kind !== 'IndexAccess') return null;
  return firstKeyIn(expression.object) ?? expression.key;
}

/** A `destroy` that is not a constant boolean. */
function* checkDestroy({ declaration: { source, block } }: StateBlock): Iterable<Finding> {
  for (const lifecycle of blocksOf(block.body).filter(({ type }) => type.text === 'lifecycle')) {
    const value = attributeOf(lifecycle, 'destroy')?.value;
    if (
      value === undefined ||
      (value.kind !== 'NullLiteral' && value.kind !== 'NumberLiteral' && !hasVariable(value))
    ) {
      continue;
    }
    const answer = hasVariable(value) ? 'Variables not allowed' : 'Unsuitable value type';
    yield {
      place: placeOf(source, value),
      message: `Write true or false: destroy is read before any value is known, and the plan fails ("${answer}").`,
    };
  }
}

function hasVariable(expression: Expression): boolean {
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Variable') return true;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
}
