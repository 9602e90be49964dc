import type { Fix } from '../../ecr/edits/change.ts';
import { readAddress, resourceAddressIn } from '../../ecr/imports/importAddress.ts';
import type { StateBlock, StateEnd } from '../../ecr/state/stateBlocks.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { Finding } from '../check.ts';

/**
 * What is wrong with an address regardless of the module's declarations; null for a valid one and for one that is being
 * typed.
 */
export function wrongAddress(block: StateBlock, { attribute: { value }, address }: StateEnd): Finding | null {
  const { source } = block.declaration;
  const place = placeOf(source, value);
  if (value.kind === 'Template') {
    const text = resourceAddressIn(literalText(value) ?? '');
    return {
      place,
      message: 'Terraform wants an address here, not a string ("Invalid expression"). Write it without quotes.',
      fixes: text === null ? [] : [replacement(block, value, text, 'one')],
    };
  }
  if (address === null) return null;
  switch (address.kind) {
    case 'address':
      return null;
    case 'attribute':
      return {
        place,
        message:
          'Name the resource, not one of its attributes; Terraform refuses the block ("Resource instance key must be given in square brackets").',
        fixes: [replacement(block, value, textOf(placeOf(source, address.expression)))],
      };
    case 'parentheses':
      return {
        place,
        message: 'Write the address without parentheses; Terraform refuses them ("Invalid expression").',
      };
    case 'value':
    case 'splat':
      return { place, message: 'Terraform wants the address of a resource here ("Invalid expression"). Write it out.' };
    default:
      return null;
  }
}

/** The first key of an address that is not constant; null when all are constant. */
export function computedKeyIn(expression: Expression): Expression | null {
  if (expression.kind === 'AttributeAccess') return computedKeyIn(expression.object);
  if (expression.kind !== 'IndexAccess') return null;
  const { key, object } = expression;
  const isConstant = key.kind === 'NumberLiteral' || literalText(key) !== null || key.kind === 'MissingExpression';
  return isConstant ? computedKeyIn(object) : key;
}

/** A fix that writes another address. */
export function replacement(
  { declaration }: StateBlock,
  expression: Expression,
  text: string,
  kind: Fix['kind'] = 'choice',
): Fix {
  const term = { kind: 'reference', text } as const;
  return {
    title: `Change it to ${text}`,
    kind,
    changes: [{ kind: 'replace-expression', source: declaration.source, expression, term }],
  };
}

/** The address without the `resource.` prefix, which not every engine accepts; null when it has none. */
export function withoutRoot(block: StateBlock, { attribute: { value } }: StateEnd): string | null {
  if (readAddress(value)?.kind !== 'address') return null;
  const text = textOf(placeOf(block.declaration.source, value));
  const without = text.replace(/(^|\.)\s*resource\s*\.\s*/, '$1');
  return without === text ? null : without;
}
