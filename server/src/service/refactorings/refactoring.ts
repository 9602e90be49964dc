import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import type { RefactoringTarget } from './refactoringTarget.ts';

/** The protocol's kinds of refactorings. */
export type RefactoringKind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';

/**
 * A change of how something is written, on request of the user; it keeps the meaning unless its title says otherwise.
 */
export interface Refactoring {
  /** Its id in requests; never changes. */
  readonly id: string;
  readonly kind: RefactoringKind;
  /** The offers at a target, in the order of the menu; none when the refactoring does not apply. */
  offers(target: RefactoringTarget): readonly Offer[];
}

/** One way to apply a refactoring at a target. */
export interface Offer {
  /** Its title in the menu. */
  readonly title: string;
  /** Distinguishes it from the refactoring's other offers there. */
  readonly choice: string;
  /** A sentence that says why it is impossible here; null when it is possible. */
  readonly refusal: string | null;
  /** Makes the edits; only asked of an offer without refusal. */
  readonly write: () => Rewrite;
}

/** The changes of a refactoring. Lines of texts may end in `\n` whatever the file uses. */
export interface Rewrite {
  readonly edits: readonly SourceEdit[];
  readonly created?: readonly NewFile[];
}

/** A file that does not exist yet. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** A refused offer, with the reason. */
export function refused(title: string, refusal: string, choice = ''): Offer {
  return { title, choice, refusal, write: () => ({ edits: [] }) };
}

/** A possible offer. */
export function offered(title: string, write: () => readonly SourceEdit[], choice = ''): Offer {
  return { title, choice, refusal: null, write: () => ({ edits: write() }) };
}
