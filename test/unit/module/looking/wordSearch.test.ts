import { describe, expect, it } from 'vitest';
import { WordSearch } from '../../../../server/src/module/looking/wordSearch.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';

const LETTERS = 'abc_"';

function randomText(random: () => number, length: number): string {
  return Array.from({ length }, () => LETTERS[below(random, LETTERS.length)]).join('');
}

/** Every place of every word, found by a simple search. */
function placesOf(text: string, words: readonly string[]): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const [index, word] of words.entries()) if (text.startsWith(word, start)) found.push(`${start} ${index}`);
  }
  return found.sort();
}

function found(search: WordSearch, text: string): string[] {
  const places: string[] = [];
  search.find(new TextEncoder().encode(text), (word, start) => {
    places.push(`${start} ${word}`);
    return false;
  });
  return places.sort();
}

describe('words in bytes', () => {
  it('are found wherever they begin, also inside of each other', () => {
    const random = seeded(5);
    for (let round = 0; round < 2000; round += 1) {
      const words = Array.from({ length: 1 + below(random, 5) }, () => randomText(random, 2 + below(random, 5)));
      const text = randomText(random, below(random, 40));
      expect(found(new WordSearch(words), text)).toEqual(placesOf(text, words));
    }
  });

  it('end a search when the listener has seen enough', () => {
    const search = new WordSearch(['aa', 'ab']);
    const starts: number[] = [];
    search.find(new TextEncoder().encode('xaaab'), (_, start) => starts.push(start) === 2);
    expect(starts).toEqual([1, 2]);
  });

  it('are not seen in part at either end, nor among letters beyond ASCII', () => {
    const search = new WordSearch(['aws_ecr', 'source']);
    for (const text of ['aws_ec', 'ws_ecr', '', 'a', 'aws_éecr', 'sourc']) expect(found(search, text)).toEqual([]);
    for (const text of ['éaws_ecr', 'aws_ecré']) expect(found(search, text)).toHaveLength(1);
    const random = seeded(7);
    expect(found(search, `${pick(random, ['x', 'yy'])}aws_ecrsource`)).toHaveLength(2);
  });
});
