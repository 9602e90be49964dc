import { repetitionAttribute } from '../../ecr/imports/importedResource.ts';
import type { DeclaredStep } from '../../ecr/imports/importTarget.ts';
import { instancesOf } from '../../ecr/instances.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';

/** Why the key of an address step does not match the block it names. */
export type KeyFlaw =
  | { readonly kind: 'needless' }
  | { readonly kind: 'missing' }
  /** Keys of the wrong kind for `count` or `for_each`, as an address writes them. */
  | { readonly kind: 'wrong-kind'; readonly written: string }
  /** No instance has this key. */
  | { readonly kind: 'absent'; readonly written: string };

/** The keys of a step's instances as an address writes them; null when unknown. */
export function keysOf({ declaration, scope }: DeclaredStep): readonly string[] | null {
  if (declaration.block.damaged) return null;
  return instancesOf(declaration, scope)?.map(({ key }) => key) ?? null;
}

/**
 * What is wrong with a step's key, including the import block's own instances for `each`; null when nothing is wrong or
 * it is unknown.
 */
export function keyFlawOf(step: DeclaredStep, imported: BlockDeclaration, scope: RecordingScope): KeyFlaw | null {
  const { declaration, key } = step;
  if (declaration.block.damaged) return null;
  const repetition = repetitionAttribute(declaration);
  if (repetition === null) return key === null ? null : { kind: 'needless' };
  if (key === null) return { kind: 'missing' };
  const keys = keysOf(step);
  const isCount = repetition.name.text === 'count';
  for (const { options } of instancesOf(imported, scope) ?? [{ options: {} }]) {
    const value = new Evaluator(scope, options).evaluate({ source: imported.source, expression: key });
    if (value.kind !== 'string' && value.kind !== 'number') {
      if (value.kind === 'null' || value.kind === 'boolean')
        return { kind: 'wrong-kind', written: `[${value.kind === 'null' ? 'null' : value.value}]` };
      continue;
    }
    const written = `[${JSON.stringify(value.value)}]`;
    if ((value.kind === 'number') !== isCount) return { kind: 'wrong-kind', written };
    if (value.kind === 'number' && (!Number.isInteger(value.value) || value.value < 0))
      return { kind: 'absent', written };
    if (keys !== null && !keys.includes(written)) return { kind: 'absent', written };
  }
  return null;
}
