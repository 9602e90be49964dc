import { isRecord } from '../../facts/isRecord.ts';
import { memberOf } from './jsonValues.ts';
import type { PlanChange } from './plan.ts';

/** The texts that a change marks as sensitive, on either side. */
export function secretsOf({ before, after, beforeSensitive, afterSensitive }: PlanChange): readonly string[] {
  return [...markedTexts(before, beforeSensitive), ...markedTexts(after, afterSensitive)];
}

function markedTexts(value: unknown, mask: unknown): readonly string[] {
  if (mask === true) return textsIn(value);
  if (Array.isArray(mask)) return mask.flatMap((item, index) => markedTexts(memberOf(value, index), item));
  if (!isRecord(mask)) return [];
  return Object.entries(mask).flatMap(([key, item]) => markedTexts(memberOf(value, key), item));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Replaces a sensitive text. */
const HIDDEN = '(sensitive)';

/** Makes a function that takes sensitive texts out of a text, the longest first. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const spellings = new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]));
  const longestFirst = [...spellings].sort((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
}
