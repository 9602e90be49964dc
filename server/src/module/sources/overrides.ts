import type { BlockDeclaration } from '../declarations/declarations.ts';

/** True for a file whose blocks Terraform merges into those of the same address. */
export function isOverrideFile(uri: string): boolean {
  return /(^|\/|_)override\.(tf|tofu)(\.json)?$/.test(uri);
}

/** The names of the arguments and nested blocks that a block of an override file replaces. */
export function namesReplacedBy(declarations: readonly BlockDeclaration[]): ReadonlySet<string> {
  const names = declarations.flatMap(({ block }) =>
    block.body.items.flatMap((item) => {
      if (item.kind === 'Attribute') return [item.name.text];
      return item.type.text === 'dynamic' ? [item.labels[0]?.text ?? ''] : [item.type.text];
    }),
  );
  return new Set(names);
}

/** What is asked of the module that has the blocks. */
interface OverriddenBlocks {
  allBlocks(): readonly BlockDeclaration[];
  overridesAt(address: string): readonly BlockDeclaration[];
}

/**
 * A block, and after it the parts that override files put in place of its own, in the order in which Terraform merges
 * them. Each argument is in the last part that sets it.
 */
export function partsOf(block: BlockDeclaration, module: OverriddenBlocks): readonly BlockDeclaration[] {
  const overriding = module.overridesAt(block.address);
  if (overriding.length === 0) return [block];
  const ordered = [...overriding].sort((one, other) => (one.source.uri < other.source.uri ? -1 : 1));
  const parts = ordered.map((part, index) => {
    const later = ordered.slice(index + 1);
    return later.length === 0 ? part : part.withReplaced(namesReplacedBy(later));
  });
  return [block, ...parts];
}

/** The blocks of a file with all their parts; of an override file those parts of blocks that it holds. */
export function partsIn(uri: string, module: OverriddenBlocks): readonly BlockDeclaration[] {
  const isPart = isOverrideFile(uri);
  const blocks = isPart ? module.allBlocks() : module.allBlocks().filter(({ source }) => source.uri === uri);
  const parts = blocks.flatMap((block) => partsOf(block, module));
  return isPart ? parts.filter(({ source }) => source.uri === uri) : parts;
}
