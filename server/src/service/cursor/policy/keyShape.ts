import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import type { DocumentKey, ValueShape, Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import { keysAt, shapeAt } from '../../../ecr/documents/vocabulary.ts';
import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';

/** The part of a document that an expression gives. */
export type DocumentShape = { readonly vocabulary: Vocabulary } & (
  | /** The whole document as JSON text. */ { readonly kind: 'text' }
  /** `word`: a word allowed instead. */
  | { readonly kind: 'object'; readonly level: string; readonly word?: string }
  /** A list of objects of that level; `isSingle`: its only item may be written without the list. */
  | { readonly kind: 'list'; readonly level: string; readonly isSingle: boolean }
  /** The value of a key that is not an object; `fact` is null for a key that the author chose. */
  | {
      readonly kind: 'value';
      readonly level: string;
      readonly key: string;
      readonly shape: ValueShape;
      readonly fact: DocumentKey | null;
    }
);

export type ObjectShape = DocumentShape & { readonly kind: 'object' };

/** The part of a lifecycle policy that an expression gives. */
export type Shape =
  /** The whole policy as JSON text. */
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly level: PolicyLevel }
  /** A list of objects of that level. */
  | { readonly kind: 'list'; readonly level: PolicyLevel }
  /** The value of a key that is a string, a number or a list of strings. */
  | { readonly kind: 'value'; readonly level: PolicyLevel; readonly fact: PolicyKey };

/** The whole document of a vocabulary as text. */
export function textShape(vocabulary: Vocabulary): DocumentShape {
  return { kind: 'text', vocabulary };
}

/** The object that a document of a vocabulary is. */
export function rootShape(vocabulary: Vocabulary): ObjectShape {
  return { kind: 'object', vocabulary, level: vocabulary.root };
}

/** The shape of a key's value; null for a key that the vocabulary does not have at that level. */
export function shapeOfKey({ vocabulary, level }: ObjectShape, key: string): DocumentShape | null {
  const shape = shapeAt(vocabulary, level, key);
  if (shape === undefined) return null;
  if (shape.level !== undefined) {
    const { level: inner, single, word } = shape;
    if (shape.type === 'object-list') return { kind: 'list', vocabulary, level: inner, isSingle: single === true };
    return word === undefined
      ? { kind: 'object', vocabulary, level: inner }
      : { kind: 'object', vocabulary, level: inner, word };
  }
  const fact = keysAt(vocabulary, level).find((known) => known.key === key) ?? null;
  return { kind: 'value', vocabulary, level, key, shape, fact };
}

/** The shape of an item of a list. */
export function itemShape({ vocabulary, level }: DocumentShape & { kind: 'list' }): ObjectShape {
  return { kind: 'object', vocabulary, level };
}

/**
 * The shape of an object when a document has this shape, including the only item of a list; null when none is allowed.
 */
export function objectShape(shape: DocumentShape): ObjectShape | null {
  if (shape.kind === 'object') return shape;
  return shape.kind === 'list' && shape.isSingle ? itemShape(shape) : null;
}

/**
 * The level of the objects in the list that forms most of a document, such as `rule`; null when it has no such list.
 */
export function itemLevelOf(vocabulary: Vocabulary): string | null {
  return keysAt(vocabulary, vocabulary.root).find(({ type }) => type === 'object-list')?.level ?? null;
}

/** A shape of lifecycle policies in their own terms; null for one of another vocabulary. */
export function asPolicyShape(shape: DocumentShape): Shape | null {
  if (shape.vocabulary !== LIFECYCLE) return null;
  if (shape.kind === 'text') return { kind: 'text' };
  const level = asPolicyLevel(shape.level);
  if (level === null) return null;
  if (shape.kind !== 'value') return { kind: shape.kind, level };
  const fact = policyKey(level, shape.key);
  return fact === undefined ? null : { kind: 'value', level, fact };
}

/** The level of a lifecycle policy of that name, or null. */
export function asPolicyLevel(level: string): PolicyLevel | null {
  return isPolicyLevel(level) ? level : null;
}

function isPolicyLevel(level: string): level is PolicyLevel {
  return Object.hasOwn(POLICY_KEYS, level);
}
