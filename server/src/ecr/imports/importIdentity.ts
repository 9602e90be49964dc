import { Evaluator } from '../../evaluate/evaluate.ts';
import type { ObjectValue } from '../../evaluate/values/value.ts';
import { IDENTITY_KEYS, IDENTITY_PLACE_KEYS } from '../../facts/provider/providerFeatures.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import type { ImportBlock } from './importBlock.ts';

/** The `identity` of an import block, for a type whose keys are known. */
export interface ImportIdentity {
  readonly attribute: Attribute;
  readonly object: ObjectValue;
  /** The key that names the object. */
  readonly key: string;
  /** All keys that the type has. */
  readonly keys: readonly string[];
}

/** The identity of an import block; null when it has none, when its value is unknown, and for other types. */
export function identityOf({ declaration }: ImportBlock, type: string, scope: RecordingScope): ImportIdentity | null {
  const { source, block } = declaration;
  const attribute = attributeOf(block, 'identity');
  const key = IDENTITY_KEYS.get(type);
  if (attribute === undefined || key === undefined) return null;
  const object = new Evaluator(scope).evaluate({ source, expression: attribute.value });
  return object.kind === 'object' ? { attribute, object, key, keys: [key, ...IDENTITY_PLACE_KEYS] } : null;
}
