import type { ShownGuarantee } from '../../../../../server/src/guarantees/shown.ts';
import { breakInWords, keptInWords } from '../../../../../server/src/guarantees/words.ts';
import { isEnglish, t } from '../language.ts';

/** What a guarantee keeps, in the reader's language. */
export function titleInWords(guarantee: ShownGuarantee): string {
  return keptInWords(guarantee, t);
}

/** Why it holds or not, as a sentence in the reader's language. */
export function becauseInWords(guarantee: ShownGuarantee): string {
  const { because, witness, rule } = guarantee;
  if (isEnglish()) return because;
  if (witness === null) return t('It cannot be determined.');
  return breakInWords({ priority: rule }, witness, titleInWords(guarantee), t);
}
