import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Repository } from './repositoryBlock.ts';

/** True when Terraform ignores changes of an argument or block, or when the list cannot be read. */
export function ignoresChangesOf({ declaration }: Pick<Repository, 'declaration'>, name: string): boolean {
  return blocksOf(declaration.block.body)
    .filter(({ type }) => type.text === 'lifecycle')
    .some((lifecycle) => {
      const ignored = attributeOf(lifecycle, 'ignore_changes')?.value;
      if (ignored === undefined) return false;
      if (ignored.kind !== 'TupleExpression') return true;
      return ignored.items.some((item) => (referencePath(item) ?? [name])[0] === name);
    });
}
