import { writePolicyChange } from '../documents/spelling/writeDocumentChange.ts';
import { writeBlockChange } from './blockEdits.ts';
import type { Change, SourceEdit } from './change.ts';

/** The edits that changes mean in the source, or null when one of them stands where it is computed. */
export function writeChanges(changes: readonly Change[]): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = [];
  for (const change of changes) {
    const written = writePolicyChange(change) ?? writeBlockChange(change);
    if (written === null) return null;
    edits.push(...written);
  }
  return edits.filter((edit) => !edit.isSoft || !edits.some((other) => other !== edit && meets(edit, other)));
}

/** True for two edits that touch the same text. */
function meets({ place: one }: SourceEdit, { place: other }: SourceEdit): boolean {
  return one.piece === other.piece && one.start < other.end && other.start < one.end;
}
