import type { SourceEdit } from '../../syntax/edit/sourceEdit.ts';
import type { RefactoringTarget } from './refactoringTarget.ts';

/** The protocol's kinds of refactorings. */
export type RefactoringKind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';

/** A change of how something is written, on request of the user; its meaning stays, unless the title says so. */
export interface Refactoring {
  /** Names it in requests; never changes. */
  readonly id: string;
  readonly kind: RefactoringKind;
  /** What can be done at a target, in the order of the menu; nothing where the refactoring has no business. */
  offers(target: RefactoringTarget): readonly Offer[];
}

/** One way to apply a refactoring at a target. */
export interface Offer {
  /** What it does, as the user reads it in the menu. */
  readonly title: string;
  /** Tells it from the refactoring's other offers there. */
  readonly choice: string;
  /** A sentence that says why it cannot be done here; null where it can. */
  readonly refusal: string | null;
  /** Makes the edits; only asked of an offer without refusal. */
  readonly write: () => Rewrite;
}

/** What a refactoring changes. Lines of texts may end in `\n` whatever the file's are. */
export interface Rewrite {
  readonly edits: readonly SourceEdit[];
  readonly created?: readonly NewFile[];
}

/** A file that does not exist yet. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** An offer that cannot be taken, and why. */
export function refused(title: string, refusal: string, choice = ''): Offer {
  return { title, choice, refusal, write: () => ({ edits: [] }) };
}

/** An offer that can be taken. */
export function offered(title: string, write: () => readonly SourceEdit[], choice = ''): Offer {
  return { title, choice, refusal: null, write: () => ({ edits: write() }) };
}
