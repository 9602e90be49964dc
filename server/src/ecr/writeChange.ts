import type { Change, SourceEdit } from './change.ts';
import { writePolicyChange } from './policy/write.ts';
import { writeBlockChange } from './writeBlock.ts';

/** The edits that changes mean in the source, or null when one of them stands where it is computed. */
export function writeChanges(changes: readonly Change[]): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = [];
  for (const change of changes) {
    const written = writePolicyChange(change) ?? writeBlockChange(change);
    if (written === null) return null;
    edits.push(...written);
  }
  return edits;
}
