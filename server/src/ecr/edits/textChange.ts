import type { JsonDocument } from '../../embedded/jsonDocument.ts';
import type { Term } from '../../syntax/edit/term.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import type { Comment, Expression } from '../../syntax/tree/tree.ts';

/** A change of a range of text. */
export type TextChange =
  /** Replaces a range of JSON text (half-open offsets of the document's text). */
  | {
      readonly kind: 'replace-json-text';
      readonly document: JsonDocument;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | {
      readonly kind: 'replace-expression';
      readonly source: PieceInFile;
      readonly expression: Expression;
      readonly term: Term;
    }
  /** Removes a comment, with its line when nothing else is on it. */
  | { readonly kind: 'remove-comment'; readonly source: PieceInFile; readonly comment: Comment }
  /** Replaces the text at a place of a file. */
  | { readonly kind: 'replace-text'; readonly place: Place; readonly text: string };
