import type { Arguments } from '../arguments.ts';

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader counts them, which is how Terraform counts. */
function graphemesOf(text: string): string[] {
  // Two ASCII letters are two characters, except CR LF.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/^[\u0000-\u0009\u000b\u000c\u000e-\u007f]*$/.test(text)) return [...text];
  // Made on first use: it loads tables that most runs never need.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The same, for a text whose count is certain: scripts whose rules have changed over time are left out. */
export function graphemesIn(given: Arguments, text: string): string[] {
  if (/[\u0900-\u0dff]/.test(text)) given.unknown('its text is in a script that is counted in several ways');
  return graphemesOf(text);
}
