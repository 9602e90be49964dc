import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

/** A top-level `import` block. */
export interface ImportBlock {
  readonly declaration: BlockDeclaration;
  readonly to: Attribute | null;
  readonly id: Attribute | null;
  readonly damaged: boolean;
}

/** The import block that a declaration is, or null for another block. */
export function readImport(declaration: BlockDeclaration): ImportBlock | null {
  if (declaration.type !== 'import') return null;
  const { block } = declaration;
  const to = attributeOf(block, 'to') ?? null;
  const id = attributeOf(block, 'id') ?? null;
  return { declaration, to, id, damaged: block.damaged };
}
