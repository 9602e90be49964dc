import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Expression } from '../../syntax/tree/tree.ts';

/** True when Terraform ignores changes of an argument or block, or when the list cannot be read. */
export function ignoresChangesOf({ declaration }: { readonly declaration: BlockDeclaration }, name: string): boolean {
  return blocksOf(declaration.block.body)
    .filter(({ type }) => type.text === 'lifecycle')
    .some((lifecycle) => {
      const ignored = attributeOf(lifecycle, 'ignore_changes')?.value;
      if (ignored === undefined) return false;
      if (ignored.kind !== 'TupleExpression') return true;
      return ignored.items.some((item) => (rootOf(item) ?? name) === name);
    });
}

/** The argument that an item names, also inside quotes as JSON and old code write it; null when it cannot be read. */
function rootOf(item: Expression): string | null {
  const text = literalText(item);
  return text === null ? (referencePath(item)?.[0] ?? null) : (/^[\w-]+/.exec(text)?.[0] ?? null);
}
