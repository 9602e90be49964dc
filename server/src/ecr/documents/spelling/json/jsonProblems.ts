import { markHoles } from '../../../../embedded/holes.ts';
import type { JsonDocument, JsonProblem } from '../../../../embedded/jsonDocument.ts';
import { readJson } from '../../../../embedded/jsonDocument.ts';
import { sourceOf } from '../../../../syntax/tree/mappedText.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { JsonSlip } from './jsonSlips.ts';
import { findSlips, withoutSlips } from './jsonSlips.ts';

/** Why a text is not JSON, one entry for each cause. */
export interface JsonTextProblems {
  /** What other JSON dialects allow but JSON does not. */
  readonly slips: readonly JsonSlip[];
  /** The first mistake other than typos; follow-up errors are left out. */
  readonly other: JsonProblem | null;
  /** The document as if it had no typos, at the same offsets. */
  readonly mended: JsonDocument;
}

/** jsonc-parser's code for text after the end of the value. */
const END_EXPECTED = 9;

/** Finds the certain mistakes of a document's text. */
export function problemsOfJson(document: JsonDocument): JsonTextProblems {
  if (document.problems.length === 0) return { slips: [], other: null, mended: document };
  const { mapped } = document;
  const { firstUnreadable } = markHoles(mapped.text);
  const slips = findSlips(mapped.text).filter(({ end }) => end <= firstUnreadable);
  const mended = readJson({ ...mapped, text: withoutSlips(mapped.text, slips) });
  return { slips, other: mended.problems[0] ?? null, mended };
}

const damages = new WeakMap<JsonDocument, JsonProblem | null>();

/** The first place after which the structure of a document's text can only be guessed; null when there is none. */
export function damageOf(document: JsonDocument): JsonProblem | null {
  const known = damages.get(document);
  if (known !== undefined) return known;
  const { other } = problemsOfJson(document);
  damages.set(document, other);
  return other;
}

/** The opening of a second JSON value after the first, or null. */
export function secondValueOf(document: JsonDocument): Place | null {
  const { other } = problemsOfJson(document);
  return other !== null && beginsSecondValue(document, other)
    ? sourceOf(document.mapped, other.start, other.start + 1)
    : null;
}

/** True for the problem that another value begins after a complete one. */
export function beginsSecondValue({ mapped }: JsonDocument, { code, start }: JsonProblem): boolean {
  return code === END_EXPECTED && '{["'.includes(mapped.text.charAt(start) || ' ');
}
