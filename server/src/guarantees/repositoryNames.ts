import { instancesOf } from '../ecr/instances.ts';
import { Evaluator, evaluatorOf } from '../evaluate/evaluate.ts';
import type { UnknownValue } from '../evaluate/values/value.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributeOf } from '../module/declarations/declarations.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';

/**
 * The names of a block's repositories: of the instance at a key (`["api"]`, `[0]`), or with `all` of each; null for an
 * unknown one. At least one.
 */
export function namesOfRepository(
  declaration: BlockDeclaration,
  key: string | null,
  scope: RecordingScope,
): readonly (string | null)[] {
  const expression = attributeOf(declaration.block, 'name')?.value;
  if (expression === undefined) return [null];
  const nameWith = (evaluator: Evaluator) => {
    const value = evaluator.evaluate({ source: declaration.source, expression });
    return value.kind === 'string' ? value.value : null;
  };
  const alone = new Evaluator(scope);
  const name = nameWith(alone);
  if (!alone.usedInstance) return [name];
  const instances = instancesOf(declaration, scope)?.filter((one) => key === 'all' || one.key === key) ?? [];
  return instances.length === 0 ? [null] : instances.map(({ options }) => nameWith(new Evaluator(scope, options)));
}

/** The key written in a reference: `["api"]` or `[0]`; null for none. */
export function writtenKey(reference: string): string | null {
  const index = /\[\s*("[^"]*"|\d+)\s*\]/.exec(reference)?.[1];
  return index === undefined ? null : `[${index}]`;
}

/** The module of an unknown reference, as seen there; null when that cannot be determined. */
export function scopeOf(value: UnknownValue): RecordingScope | null {
  const scope = evaluatorOf(value)?.scope;
  return scope instanceof RecordingScope ? scope : null;
}
