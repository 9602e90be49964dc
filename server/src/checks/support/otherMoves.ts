import type { StateBlock, StateEnd } from '../../ecr/state/stateBlocks.ts';
import { spelled, stateBlocks } from '../../ecr/state/stateBlocks.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding } from '../check.ts';

/** What is said of a move whose two addresses are the same. */
export const REDUNDANT = 'Both addresses are the same; the plan fails ("Redundant move statement"). Remove the block.';

interface Ends {
  readonly from: StateEnd;
  readonly to: StateEnd;
}

/** True when another block of the module moves the object at an address on, or removes it. */
export function isMovedOn(address: string | null, scope: RecordingScope): boolean {
  return scope.ask((module) => module.remember(stateBlocks).some(({ from }) => spelled(from) === address));
}

/** An earlier move of the same object to another address, or of another object to the same address. */
export function* checkAmbiguity(
  { declaration }: StateBlock,
  { from, to }: Ends,
  scope: RecordingScope,
): Iterable<Finding> {
  const [own, goal] = [spelled(from), spelled(to)];
  if (own === null || goal === null) return;
  for (const other of scope.ask((module) => module.remember(stateBlocks))) {
    if (other.declaration === declaration) return;
    if (other.kind !== 'moved' || other.from === null || other.to === null) continue;
    const [otherOwn, otherGoal] = [spelled(other.from), spelled(other.to)];
    const isSplit = otherOwn === own && otherGoal !== goal;
    const isMerged = otherGoal === goal && otherOwn !== own;
    if (!isSplit && !isMerged) continue;
    const [end, otherEnd] = isSplit ? [from, other.from] : [to, other.to];
    yield {
      place: placeOf(declaration.source, end.attribute.value),
      message: `Another moved block ${isSplit ? 'moves this address elsewhere' : 'moves something else to this address'}; the plan fails ("Ambiguous move statements"). Remove one of the two.`,
      related: [
        {
          place: placeOf(other.declaration.source, otherEnd.attribute.value),
          message: 'The other block moves it here',
        },
      ],
    };
    return;
  }
}
