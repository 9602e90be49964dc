import { append } from '../../syntax/arrays.ts';
import { writeBlockChange } from '../../syntax/edit/blockEdits.ts';
import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import { writeDocumentChange } from '../documents/spelling/writeDocumentChange.ts';
import type { Change } from './change.ts';
import { writeTextChange } from './textEdits.ts';

/** The edits in the source that changes require, or null when one of them is impossible. */
export function writeChanges(changes: readonly Change[]): readonly SourceEdit[] | null {
  const edits: SourceEdit[] = [];
  for (const change of changes) {
    const written = writeChange(change);
    if (written === null) return null;
    append(edits, written);
  }
  return edits.filter((edit) => !edit.isSoft || !edits.some((other) => other !== edit && meets(edit, other)));
}

/** Every kind of change is listed here, so that the compiler demands a writer for a new one. */
function writeChange(change: Change): readonly SourceEdit[] | null {
  switch (change.kind) {
    case 'set-key':
    case 'remove-key':
    case 'rename-key':
    case 'move-key':
    case 'replace-value':
    case 'add-items':
    case 'remove-item':
    case 'keep-item':
    case 'copy-item':
    case 'split-item':
      return writeDocumentChange(change);
    case 'set-argument':
    case 'remove-argument':
    case 'rename-item':
    case 'add-nested-block':
    case 'add-nested-blocks-after':
    case 'split-nested-block':
    case 'remove-nested-block':
    case 'add-block':
    case 'remove-labels':
      return writeBlockChange(change);
    case 'replace-json-text':
    case 'replace-expression':
    case 'remove-comment':
    case 'replace-text':
      return writeTextChange(change);
  }
}

/** True for two edits that touch the same text. */
function meets({ place: one }: SourceEdit, { place: other }: SourceEdit): boolean {
  return one.piece === other.piece && one.start < other.end && other.start < one.end;
}
