import type { Say } from '../syntax/shown/say.ts';
import { inEnglish } from '../syntax/shown/say.ts';

/** A sentence with its first letter capitalised. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words as a list in a sentence: "a, b and c". */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and', say: Say = inEnglish): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')}${say(` ${last} `)}${words.at(-1)}`;
}
