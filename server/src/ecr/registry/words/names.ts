import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { listed } from '../../sentenceParts.ts';

/** Beyond this number, names are only counted. */
const NAMED = 5;

/** Names of repositories in a sentence: the first few if there are many. Markdown. */
export function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map(codeSpan);
  return names.length > NAMED ? `${shown.join(', ')} and ${names.length - NAMED} more` : listed(shown);
}
