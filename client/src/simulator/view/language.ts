import type { Say } from '../../../../server/src/syntax/shown/say.ts';
import { fillTemplate } from '../../../../server/src/syntax/shown/say.ts';
import type { ReaderLanguage } from '../messages.ts';

const ENGLISH: ReaderLanguage = { tag: 'en', words: {} };

let spoken = ENGLISH;

/** Switches to a language. */
export function speak(language: ReaderLanguage): void {
  spoken = language;
}

/** A template in the reader's language; one without a translation stays in English. */
export const t: Say = (template, ...values) => {
  const words = Object.hasOwn(spoken.words, template) ? spoken.words[template] : undefined;
  return fillTemplate(words ?? template, values, words === undefined ? 'en' : spoken.tag);
};

/** True when nothing is translated. */
export function isEnglish(): boolean {
  return spoken === ENGLISH;
}

/** A number of things: `one` and `many` are templates with the number as `{0}`. */
export function counted(number: number, one: string, many: string, ...values: readonly (string | number)[]): string {
  return t(number === 1 ? one : many, number, ...values);
}

/** The language of a page: its JSON as the editor writes it; English when there is none. */
export function readLanguage(text: string | null | undefined): ReaderLanguage {
  if (!text) return ENGLISH;
  const { tag, words = {} } = JSON.parse(text) as Partial<ReaderLanguage>;
  return tag === undefined || Object.keys(words).length === 0 ? ENGLISH : { tag, words };
}
