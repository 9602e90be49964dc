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
