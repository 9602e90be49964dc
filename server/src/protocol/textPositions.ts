/** A position in a text: zero-based, the character in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** A range of a document; the end is exclusive. */
export interface TextLocation {
  readonly uri: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

/** True for an object that is a position. */
export function isTextPosition(value: unknown): value is TextPosition {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}
