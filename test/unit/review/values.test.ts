import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../../server/src/report/review/plainWords.ts';

function codeIn(sentence: string): string[] {
  return stretchesOf(sentence).flatMap(({ text, isCode }) => (isCode ? [text] : []));
}

describe('values in quotes are shown as code, whatever they are made of', () => {
  test.each([
    ['changes from "AES256" to "KMS", which forces it', ['"AES256"', '"KMS"']],
    ['changes from "KMS" to "AES256".', ['"KMS"', '"AES256"']],
    ['changes from "MUTABLE" to "IMMUTABLE":', ['"MUTABLE"', '"IMMUTABLE"']],
    ['goes from "14" to "7"', ['"14"', '"7"']],
    ['the role "prüfer"; the others', ['"prüfer"']],
    ['goes from "BASIC" to "ENHANCED"', ['"BASIC"', '"ENHANCED"']],
    ['the tag "it\'s".', ['"it\'s"']],
    ['the tag "latest"', ['"latest"']],
  ])('%s', (sentence, values) => {
    expect(codeIn(sentence)).toEqual(values);
  });

  test.each(['all images, its "own', "the repository's images", '(force delete)', "what 'this' is", 'never; then 14.'])(
    'but %s is plain',
    (sentence) => {
      expect(codeIn(sentence)).toEqual([]);
    },
  );
});
