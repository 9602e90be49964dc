import { bodyFact } from '../facts/provider/resources.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { InnerDeclaration } from '../module/declarations/declarations.ts';

/** Checks of whole blocks that also look at those inside of others. */
export const CHECKS_INSIDE: readonly string[] = [
  'argument-unknown',
  'block-count',
  'provider-version',
  'meta-argument',
];

const NONE: readonly BlockDeclaration[] = [];
const read = new WeakMap<BlockDeclaration, readonly BlockDeclaration[]>();

/** The data sources of ECR that a `check` block has for itself; none in other blocks. */
export function dataInCheck(declaration: BlockDeclaration): readonly BlockDeclaration[] {
  if (declaration.type !== 'check' || declaration.isBroken) return NONE;
  const known = read.get(declaration);
  if (known !== undefined) return known;
  const found = declaration.block.body.items.flatMap((item, index) =>
    item.kind === 'Block' && bodyFact('data', item.labels[0]?.text ?? '') !== undefined && item.type.text === 'data'
      ? [new InnerDeclaration(declaration, item, index)]
      : [],
  );
  read.set(declaration, found);
  return found;
}
