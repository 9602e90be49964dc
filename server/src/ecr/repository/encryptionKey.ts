import type { Value } from '../../evaluate/values/value.ts';
import type { KeySource } from '../../facts/repository/kmsKeys.ts';
import { KEY_SOURCES } from '../../facts/repository/kmsKeys.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { Argument } from './repositoryBlock.ts';

/** A reference to an attribute of a KMS object. */
export interface KeyReference {
  readonly source: KeySource;
  readonly attribute: string;
  /** The reference without the attribute. */
  readonly object: Expression;
}

/** The attribute of a KMS object that an expression is, or null. */
export function readKeyReference(expression: Expression): KeyReference | null {
  if (expression.kind !== 'AttributeAccess') return null;
  const path = referencePath(expression) ?? [];
  const source = KEY_SOURCES.find(({ type }) => path.slice(0, -2).join('.') === type);
  if (source === undefined || path.length !== source.type.split('.').length + 2) return null;
  return { source, attribute: expression.name.text, object: expression.object };
}

/** True when a key is certain to be given; a variable may be null. */
export function isKeyGiven({ value }: Argument): boolean {
  if (value.kind === 'string') return value.value !== '';
  if (value.kind === 'partial-string') return value.mapped.text.replaceAll(HOLE, '') !== '';
  return value.kind === 'unknown' && readKeyReference(value.expression) !== null;
}

/** The text used instead of a key's ARN; null when it is or may be an ARN. */
export function notAnArn(value: Value): 'a key id' | 'an alias' | 'the ARN of an alias' | null {
  if (value.kind === 'unknown') {
    const reference = readKeyReference(value.expression);
    if (reference === null || !reference.source.notArn.includes(reference.attribute)) return null;
    if (reference.attribute === 'arn') return 'the ARN of an alias';
    const isAlias = reference.source.type.endsWith('_alias') && reference.attribute !== 'target_key_id';
    return isAlias ? 'an alias' : 'a key id';
  }
  if (value.kind !== 'string' && value.kind !== 'partial-string') return null;
  const { text } = value.mapped;
  const known = text.split(HOLE)[0] ?? '';
  if (known.startsWith('alias/')) return 'an alias';
  if (ALIAS_ARN.test(known)) return 'the ARN of an alias';
  return value.kind === 'string' && KEY_ID.test(text) ? 'a key id' : null;
}

const ALIAS_ARN = /^arn:[^:]+:kms:[^:]*:[^:]*:alias\//;

/** The id of a key, including multi-region keys. */
const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
