import type { TagEntry } from './requirement.ts';

/**
 * The form of a tag. Source of the grammar: OCI distribution specification, `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`. Read
 * 2026-11-22.
 */
export const LONGEST_TAG = 128;

const OUTSIDE_TAGS = /[^A-Za-z0-9_.-]/;

/** True for a text that may be a tag. */
export function isTag(text: string): boolean {
  return text !== '' && text.length <= LONGEST_TAG && !OUTSIDE_TAGS.test(text) && !needsBeginning(text);
}

/** True for characters that no tag begins with, so that a wildcard before them must match something. */
export function needsBeginning(literal: string): boolean {
  return /^[.-]/.test(literal);
}

/** The characters of an entry that a tag must contain, in order. */
export function literalOf({ kind, text }: TagEntry): string {
  return kind === 'pattern' ? text.replaceAll('*', '') : text;
}

/** Whether any tag can match an entry. */
export function canMatch(entry: TagEntry): boolean {
  const { kind, text } = entry;
  const literal = literalOf(entry);
  if (text === '') return kind === 'prefix';
  if (OUTSIDE_TAGS.test(literal)) return false;
  if (!needsBeginning(literal)) return literal.length <= LONGEST_TAG;
  return kind === 'pattern' && text.startsWith('*') && literal.length < LONGEST_TAG;
}
