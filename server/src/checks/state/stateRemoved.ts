import { callAt, declaredAt } from '../../ecr/state/declaredInstances.ts';
import type { StateBlock, StateEnd, WholeModule } from '../../ecr/state/stateBlocks.ts';
import { readStateBlock } from '../../ecr/state/stateBlocks.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import type { Place } from '../../syntax/tree/place.ts';
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
    const block = readStateBlock(declaration, scope);
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
  if (address?.kind !== 'address' && address?.kind !== 'whole-module') return null;
  const isModule = address.kind === 'whole-module';
  const keys = checkKeys(block, value, isModule ? 'module' : 'resource');
  if (keys !== null) return keys;
  if (isModule) return checkCall(place, address, scope);
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

/** The call of a removed module is still there. */
function checkCall(place: Place, { modules }: WholeModule, scope: RecordingScope): Finding | null {
  const call = callAt(modules, scope);
  if (typeof call === 'string') return null;
  const { source, block } = call.declaration;
  return {
    place,
    message:
      'The module still has this call; the plan fails ("Removed module still exists"). Remove the call, or this block.',
    related: [{ place: placeOf(source, block.type), message: 'It is called here' }],
  };
}

/** Keys of resources and modules: a block forgets all instances or none. */
function checkKeys(block: StateBlock, value: Expression, object: 'resource' | 'module'): Finding | null {
  const { source } = block.declaration;
  const keyed = firstKeyIn(value);
  if (keyed === null) return null;
  const without = textOf(placeOf(source, value)).replaceAll(/\s*\[[^\]]*\]/g, '');
  return {
    place: placeOf(source, keyed),
    message: `Leave the key out: a removed block is for all instances of a ${object} ("${object === 'module' ? 'Module' : 'Resource'} instance keys not allowed"). \`terraform state rm\` forgets a single instance.`,
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
