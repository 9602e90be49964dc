import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { partsOf } from '../../module/sources/overrides.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { existenceOf } from './blockExistence.ts';

/** A block that may set a document, and the calls that lead to it. */
export interface ReachedOwner {
  readonly owner: BlockDeclaration;
  /** The module and the instance that its arguments may refer to. */
  readonly scope: RecordingScope;
  /** Its address relative to the first module. */
  readonly address: string;
}

/** A block, and the blocks of the module if it calls one, assuming the defaults of its variables. */
export function ownersThroughCalls(
  owner: BlockDeclaration,
  scope: RecordingScope,
  prefix = '',
): readonly ReachedOwner[] {
  const address = `${prefix}${owner.address}`;
  const reached = { owner, scope, address };
  if (owner.type !== 'module') return [reached];
  const inner = scope.through(owner, new Evaluator(scope, { assumeDefaults: true }));
  if (inner === null) return [reached];
  const blocks = inner.module
    .allBlocks()
    .filter((nested) => nested.type !== 'data' && existenceOf(nested, [], inner) !== 'never')
    .flatMap((nested) => partsOf(nested, inner.module));
  return [reached, ...blocks.flatMap((nested) => ownersThroughCalls(nested, inner, `${address}.`))];
}
