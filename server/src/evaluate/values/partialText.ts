import { HOLE } from '../../syntax/tree/mappedText.ts';
import { renderString } from './renderValue.ts';
import type { Value } from './value.ts';

/** What is known about a text: its beginning and end, and ranges that it contains in this order. */
export interface TextOutline {
  /** The known ranges; between two of them, and around an empty one, there may be anything. */
  readonly stretches: readonly string[];
}

/** The outline of a text when something is known about it; null otherwise. */
function outlineOf(value: Value): TextOutline | null {
  if (value.kind === 'string') return { stretches: [value.value] };
  if (value.kind === 'partial-string') return { stretches: value.mapped.text.split(HOLE) };
  if (value.kind !== 'encoded') return null;
  const text = renderString(value.encoded);
  return { stretches: text === null ? encodedStretches(value.encoded) : [text] };
}

/** The brackets or quotes that the JSON of a value always has. */
function encodedStretches({ kind }: Value): readonly string[] {
  if (kind === 'object') return ['{', '}'];
  if (kind === 'list') return ['[', ']'];
  return kind === 'partial-string' || kind === 'encoded' ? ['"', '"'] : ['', ''];
}

/** True for a text that is certain not to be empty, as JSON never is. */
export function isSurelyFilled(value: Value): boolean {
  return value.kind === 'encoded' || outlineOf(value)?.stretches.some((stretch) => stretch !== '') === true;
}

/** Whether a text equals a known one; null when unknown parts decide. */
export function equalsText(value: Value, text: string): boolean | null {
  if (text === '' && isSurelyFilled(value)) return false;
  const outline = outlineOf(value);
  if (outline === null) return null;
  const { stretches } = outline;
  const [first = '', last = ''] = [stretches[0], stretches.at(-1)];
  if (stretches.length === 1) return first === text;
  const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
  return text.startsWith(first) && text.endsWith(last) && text.length >= length ? null : false;
}

/** Whether a text begins with another; null when unknown parts decide. */
export function beginsWith(value: Value, prefix: string): boolean | null {
  const first = outlineOf(value)?.stretches[0];
  if (first === undefined) return null;
  if (first.startsWith(prefix)) return true;
  return prefix.startsWith(first) && value.kind !== 'string' ? null : false;
}

/** Whether a text ends with another; null when unknown parts decide. */
export function endsIn(value: Value, suffix: string): boolean | null {
  const last = outlineOf(value)?.stretches.at(-1);
  if (last === undefined) return null;
  if (last.endsWith(suffix)) return true;
  return suffix.endsWith(last) && value.kind !== 'string' ? null : false;
}

/** Whether a text contains another; null when unknown parts decide. */
export function holdsText(value: Value, part: string): boolean | null {
  const outline = outlineOf(value);
  if (outline === null) return null;
  if (outline.stretches.some((stretch) => stretch.includes(part))) return true;
  return outline.stretches.length === 1 ? false : null;
}
