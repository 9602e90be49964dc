import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { differenceOf, isRefused } from './differential.ts';

const WHITE = [
  0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
  0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
].map((code) => String.fromCodePoint(code));
const OTHERS = [0x00ad, 0x180e, 0x200b, 0x200c, 0x2060, 0xfeff, 0x3164].map((code) => String.fromCodePoint(code));
const MARKERS = ['EOT', 'e', '_x-1', 'größe', 'ИМЯ'];
const ENDS = ['\n', '\r\n', '\v\r\n', '\f\n', ' \u00a0\r\n'];
const WRONG_ENDS = ['\r\r\n', '\r \n', '\r\v\r\n', ' \r\u00a0\n'];

function heredoc(opener: string, before: string, after: string, end: string): string {
  return `a {\n  x = <<${opener}\ntext\n${before}${opener.replace(/^-/, '')}${after}${end}  y = 1\n}\nb = 2\n`;
}

function forms(characters: readonly string[]): [name: string, texts: string[]][] {
  return characters.map((space) => {
    const texts = MARKERS.flatMap((marker, index) => {
      const end = ENDS[index] ?? '\n';
      return [
        heredoc(marker, '', space, end),
        heredoc(marker, space, '', end),
        heredoc(`-${marker}`, ` ${space}`, `${space}\t`, end),
      ];
    });
    return [space.codePointAt(0)?.toString(16) ?? '', texts];
  });
}

describe("white space around a heredoc's closing marker", () => {
  it.each(forms(WHITE))('U+%s closes it', async (_, texts) => {
    for (const text of texts) {
      expect(await isRefused(text), JSON.stringify(text)).toBe(false);
      expect(readTree(text).errors, JSON.stringify(text)).toEqual([]);
      expect(readTree(text).body.items.length).toBe(2);
    }
    expect(await differenceOf(texts[0] ?? '')).toBeUndefined();
  });

  it.each(WRONG_ENDS)('a carriage return is none: %j', async (end) => {
    const text = heredoc('EOT', '', ' ', end);
    expect(await isRefused(text)).toBe(true);
    expect(readTree(text).errors.length).toBeGreaterThan(0);
  });

  it.each(forms(OTHERS))('U+%s is none', async (_, texts) => {
    for (const text of texts) {
      expect(await isRefused(text), JSON.stringify(text)).toBe(true);
      expect(readTree(text).errors.length, JSON.stringify(text)).toBeGreaterThan(0);
    }
  });
});
