import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../../corpus/hostile.ts';
import { isLong } from '../../support/longTests.ts';
import { faultOf } from './readable.ts';

describe('hostile texts are read without a throw, with ranges that nest', () => {
  it.each(hostileTexts.map(({ name, make }) => [name, make] as const))('%s', (_, make) => {
    expect(faultOf(make(isLong() ? 0.5 : 0.15))).toBeUndefined();
  });
});

describe('ten thousand deep and more', () => {
  const deep = [
    ['braces, nested', '{'],
    ['directives, nested', '%{ if'],
    ['directives, unclosed', '%{ if'],
    ['directives, nested in quotes', '%{ for'],
    ['conditionals in the middle', '?'],
    ['for expressions, nested', '[for'],
    ['for expressions, unclosed', '{ for'],
  ] as const;
  it.each(deep)('%s', (name, opener) => {
    const text = textOf(name, 1.5);
    expect(text.split(opener).length).toBeGreaterThan(10_000);
    expect(faultOf(text)).toBeUndefined();
  });
});

describe(isLong() ? 'a megabyte and more' : 'a quarter of a megabyte and more', () => {
  const large = [
    'one line of text',
    'one line of items',
    'blocks, unclosed',
    'heredoc openers of other markers',
    'quotes',
  ];
  it.each(large)('%s', (name) => {
    const text = textOf(name, (1.01 * SIZE) / textOf(name, 1).length);
    expect(text.length).toBeGreaterThan(SIZE);
    expect(faultOf(text)).toBeUndefined();
  });
});

/** A text is only approximately of its size, so a hundredth more is requested. */
const SIZE = isLong() ? 1_000_000 : 250_000;

function textOf(name: string, scale: number): string {
  return hostileTexts.find((hostile) => hostile.name === name)?.make(scale) ?? '';
}
