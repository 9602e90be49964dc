import type { Workspace } from '../../module/workspace.ts';
import { visible } from '../../syntax/shown/printable.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { FileEdits } from '../fixes/fixEdits.ts';
import type { NewFile, Offer, RefactoringKind } from './refactoring.ts';
import { REFACTORINGS } from './refactorings.ts';
import { RefactoringTarget } from './refactoringTarget.ts';
import { fileEditsOf } from './rewrite.ts';

/** A refactoring as a menu shows it; its edits are made when it is chosen. */
export interface OfferedRefactoring extends Pick<Offer, 'title' | 'choice' | 'refusal'> {
  readonly id: string;
  readonly kind: RefactoringKind;
}

/** The effect of a chosen refactoring: edits by file, and files to create first. */
export interface RefactoringEdits {
  readonly edits: FileEdits;
  readonly created: readonly NewFile[];
}

/** A request for refactorings at a place. */
export interface RefactoringRequest {
  readonly uri: string;
  /** Half-open UTF-16 offsets of the file. */
  readonly range: Range;
  /** Whether the client can create files. */
  readonly createsFiles: boolean;
}

/** Called when a refactoring fails; the others are still offered. */
export type RefactoringFailureListener = (id: string, error: unknown) => void;

/** The requested refactorings at a place, in the order of the menu, including refused ones. */
export function refactoringsAt(
  workspace: Workspace,
  { uri, range, createsFiles }: RefactoringRequest,
  asks: (kind: RefactoringKind) => boolean,
  onFailure: RefactoringFailureListener,
): readonly OfferedRefactoring[] {
  const target = RefactoringTarget.at(workspace, uri, range, createsFiles);
  if (target === null) return [];
  return REFACTORINGS.filter(({ kind }) => asks(kind)).flatMap((refactoring) => {
    const { id, kind } = refactoring;
    try {
      return refactoring.offers(target).map(({ title, choice, refusal }) => ({
        id,
        kind,
        title: visible(title),
        choice,
        refusal: refusal && visible(refusal),
      }));
    } catch (error) {
      onFailure(id, error);
      return [];
    }
  });
}

/** The effect of one of the refactorings at a place, or null when it is no longer offered there. */
export function editsOfRefactoring(
  workspace: Workspace,
  { uri, range, createsFiles }: RefactoringRequest,
  chosen: Pick<OfferedRefactoring, 'id' | 'choice'>,
): RefactoringEdits | null {
  const target = RefactoringTarget.at(workspace, uri, range, createsFiles);
  const sources = workspace.filesAt(uri);
  const refactoring = REFACTORINGS.find(({ id }) => id === chosen.id);
  if (target === null || sources === undefined || refactoring === undefined) return null;
  const offer = refactoring.offers(target).find(({ choice }) => choice === chosen.choice);
  if (offer === undefined || offer.refusal !== null) return null;
  const { edits, created = [] } = offer.write();
  const written = fileEditsOf(sources, edits);
  return written && { edits: written, created };
}
