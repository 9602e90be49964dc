import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import type { DocumentShape } from './keyShape.ts';
import { asPolicyLevel, asPolicyShape } from './keyShape.ts';
import type { InsidePolicy, PolicyCursor } from './policyCursor.ts';

/** The cursor is at a key of a document's object, or where one may be written. */
export interface DocumentKeyCursor extends InsidePolicy {
  readonly kind: 'document-key';
  readonly vocabulary: Vocabulary;
  readonly level: string;
  readonly hasOperator: boolean;
}

/** The cursor is at a value of a document, or where one must be written; `shape` describes it. */
export interface DocumentValueCursor extends InsidePolicy {
  readonly kind: 'document-value';
  readonly shape: DocumentShape;
}

export type DocumentCursor = DocumentKeyCursor | DocumentValueCursor;

/** A cursor in a lifecycle policy in terms of lifecycle policies; any other is unchanged. */
export function inOwnWords(cursor: DocumentCursor | null): DocumentCursor | PolicyCursor | null {
  if (cursor === null) return null;
  if (cursor.kind === 'document-key') {
    const level = cursor.vocabulary === LIFECYCLE ? asPolicyLevel(cursor.level) : null;
    return level === null ? cursor : { ...cursor, kind: 'policy-key', level };
  }
  const shape = asPolicyShape(cursor.shape);
  return shape === null ? cursor : { ...cursor, kind: 'policy-value', shape };
}
