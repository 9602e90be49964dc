import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../../corpus/hostile.ts';
import { faultOf } from './readable.ts';

describe('hostile texts are read without a throw, with ranges that nest', () => {
  it.each(hostileTexts.map(({ name, make }) => [name, make] as const))('%s', (_, make) => {
    expect(faultOf(make(0.5))).toBeUndefined();
  });
});

describe('a megabyte and more', () => {
  const large = [
    'one line of text',
    'one line of items',
    'blocks, unclosed',
    'heredoc openers of other markers',
    'quotes',
  ];
  it.each(large)('%s', (name) => {
    const text = hostileTexts.find((hostile) => hostile.name === name)?.make(7) ?? '';
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(faultOf(text)).toBeUndefined();
  });
});
