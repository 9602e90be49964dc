import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { InnerDeclaration } from '../../module/declarations/declarations.ts';

const NONE: readonly BlockDeclaration[] = [];
const read = new WeakMap<BlockDeclaration, readonly BlockDeclaration[]>();

/** The data sources inside a `check` block, of any service; none in other blocks and in an incomplete one. */
export function dataInCheck(declaration: BlockDeclaration): readonly BlockDeclaration[] {
  if (declaration.type !== 'check' || declaration.isBroken) return NONE;
  const known = read.get(declaration);
  if (known !== undefined) return known;
  const found = declaration.block.body.items.flatMap((item, index) =>
    item.kind === 'Block' && item.type.text === 'data' ? [new InnerDeclaration(declaration, item, index)] : [],
  );
  read.set(declaration, found);
  return found;
}
