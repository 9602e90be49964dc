import type { Say } from '../../syntax/shown/say.ts';
import { inEnglish } from '../../syntax/shown/say.ts';

/** A part of an input that could not be used. */
export interface InputProblem {
  /** The number of the record, from 1, over all pages; null for the text itself. */
  readonly record: number | null;
  readonly field: string | null;
  /** What is wrong and how it was handled, in one sentence with placeholders `{0}` and so on for `values`. */
  readonly message: string;
  readonly values?: readonly string[];
}

/** A problem as a line for people. */
export function describeProblem(problem: InputProblem): string {
  return problemInWords(problem, inEnglish);
}

/** The same in a reader's language. */
export function problemInWords({ record, field, message, values = [] }: InputProblem, say: Say): string {
  const place = [record === null ? [] : say('record {0}', String(record)), field ?? []].flat().join(', ');
  const words = say(message, ...values);
  return place === '' ? words : `${place}: ${words}`;
}
