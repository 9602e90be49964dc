import { visible } from '../../syntax/shown/printable.ts';

/** A range of a sentence: words of the product, or text that may come from a plan. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/** A word of a language, with punctuation around it. */
const WORD =
  /^["'(]?\p{L}+(?:['’-]\p{L}+)*["')]?[.,;:!?]?$|^\(?\d{1,4}\)?[.,;:]?$|^\d{1,3}(?:,\d{3})+[.,;:]?$|^[-–…]$/u;

/** A value in quotes, such as "KMS". */
const VALUE = /^"[^"]+"[.,;:]?$/;

/** Words that could be the hash of a commit. */
const LIKE_COMMIT = /^\W*[a-f]{7,}\W*$/i;

/**
 * Splits a sentence into plain words, which have no meaning in Markdown or HTML, and everything else, which is shown as
 * code: names, addresses, tags and anything from a plan.
 */
export function stretchesOf(sentence: string): readonly Stretch[] {
  const parts = visible(sentence.replaceAll(/\s*\r?\n\s*/g, ' ')).match(/\s+|\S+/g) ?? [];
  return parts.flatMap((part) => {
    const isPlain = /^\s/.test(part) || (WORD.test(part) && !VALUE.test(part) && !LIKE_COMMIT.test(part));
    return isPlain ? [{ text: part, isCode: false }] : codeWithMarks(part);
  });
}

/** Punctuation at the end of a word belongs to the sentence. */
function codeWithMarks(part: string): readonly Stretch[] {
  const [, code = part, marks = ''] = /^(.*[^.,;:])([.,;:]*)$/u.exec(part) ?? [];
  return marks === ''
    ? [{ text: code, isCode: true }]
    : [
        { text: code, isCode: true },
        { text: marks, isCode: false },
      ];
}

/** A sentence, cut to a maximum number of characters. */
export function shortened(sentence: string, most: number): string {
  return sentence.length <= most ? sentence : `${sentence.slice(0, most - 1)}…`;
}
