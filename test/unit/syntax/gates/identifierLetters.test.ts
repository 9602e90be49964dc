import { describe, expect, it } from 'vitest';
import { LATER_FIRST_LETTERS, LATER_LETTERS } from '../../../../server/src/facts/language/laterLetters.ts';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { isIdentifier } from '../../../../server/src/syntax/tokens/characters.ts';
import { below, seeded } from '../../../corpus/random.ts';
import { isRefused } from './differential.ts';

const random = seeded(17);

/** The ends of each range, their neighbors, and random characters. */
function codePoints(): number[] {
  const ends = `${LATER_LETTERS} ${LATER_FIRST_LETTERS}`
    .trim()
    .split(/\s+/)
    .flatMap((range) => range.split('-'));
  const edges = ends.map((end) => Number.parseInt(end, 16)).flatMap((code) => [code - 1, code, code + 1]);
  const anywhere = Array.from({ length: 400 }, () => 0x80 + below(random, 0x31000));
  return [...new Set([...edges, ...anywhere])].filter((code) => code < 0xd800 || code > 0xdfff);
}

describe('the letters of names', () => {
  it.each(['a', ''])("are those of HashiCorp's scanner, behind '%s'", async (before) => {
    const differing: string[] = [];
    for (const code of codePoints()) {
      const name = `${before}${String.fromCodePoint(code)}b`;
      const isOurs = readTree(`${name} = 1\n`).errors.length === 0;
      expect(isIdentifier(name)).toBe(isOurs);
      if ((await isRefused(`${name} = 1\n`)) === isOurs) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it.each(['a\u200db', 'a\u200cb', '𑻡', '𖵀', 'a・b', 'a･b', 'ᲀb\u1c90', 'ꟁ', 'ࢠ\u08be'])('refuse %s', async (name) => {
    expect(await isRefused(`locals {\n  ${name} = 1\n}\n`)).toBe(true);
    expect(readTree(`locals {\n  ${name} = 1\n}\n`).errors.length).toBeGreaterThan(0);
  });
});
