import { visible } from '../../syntax/shown/printable.ts';

/** A stretch of a sentence: words of the product, or what may be a plan's. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/** A word of a language, with the marks of a sentence around it. */
const WORD =
  /^["'(]?\p{L}+(?:['’-]\p{L}+)*["')]?[.,;:!?]?$|^\(?\d{1,4}\)?[.,;:]?$|^\d{1,3}(?:,\d{3})+[.,;:]?$|^[-–…]$/u;

/** A value in quotes, such as "KMS". */
const VALUE = /^"[^"]+"[.,;:]?$/;

/** What the name of a commit may look like. */
const LIKE_COMMIT = /^\W*[a-f]{7,}\W*$/i;

/**
 * Cuts a sentence into plain words, which mean nothing to Markdown or HTML, and all else, which is shown as code: names,
 * addresses, tags and whatever a plan holds.
 */
export function stretchesOf(sentence: string): readonly Stretch[] {
  const parts = visible(sentence.replaceAll(/\s*\r?\n\s*/g, ' ')).match(/\s+|\S+/g) ?? [];
  return parts.flatMap((part) => {
    const isPlain = /^\s/.test(part) || (WORD.test(part) && !VALUE.test(part) && !LIKE_COMMIT.test(part));
    return isPlain ? [{ text: part, isCode: false }] : codeWithMarks(part);
  });
}

/** The marks at the end of a word belong to the sentence. */
function codeWithMarks(part: string): readonly Stretch[] {
  const [, code = part, marks = ''] = /^(.*[^.,;:])([.,;:]*)$/u.exec(part) ?? [];
  return marks === ''
    ? [{ text: code, isCode: true }]
    : [
        { text: code, isCode: true },
        { text: marks, isCode: false },
      ];
}

/** A sentence that is no longer than some number of characters. */
export function shortened(sentence: string, most: number): string {
  return sentence.length <= most ? sentence : `${sentence.slice(0, most - 1)}…`;
}
