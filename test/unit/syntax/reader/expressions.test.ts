import { describe, expect, it } from 'vitest';
import { problems, value } from './render.ts';

describe('operators', () => {
  it.each([
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 - 2 - 3', '(- (- 1 2) 3)'],
    ['a == b == c', '(== (== a b) c)'],
    ['a || b && c', '(|| a (&& b c))'],
    ['a < b == c >= d', '(== (< a b) (>= c d))'],
    ['!a.b && -c[0] > 1', '(&& (! a.b) (> (- c[0]) 1))'],
    ['--1', '(- (- 1))'],
    ['(1 + 2) * 3', '(* ((+ 1 2)) 3)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a ? b ? 1 : 2 : 3', '(? a (? b 1 2) 3)'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected));
});

describe('accesses', () => {
  it.each([
    ['aws_ecr_repository.r.name', 'aws_ecr_repository.r.name'],
    ['a["k"].b[0]', 'a[""k""].b[0]'],
    ['a.0.b', 'a.[0].b'],
    ['a.*.b.0', '(attribute a @.b.[0])'],
    ['a.*.b[0]', '(attribute a @.b)[0]'],
    ['a[*].b[0]', '(full a @.b[0])'],
    ['a[*].b[*].c', '(full a (full @.b @.c))'],
    ['"x".y', '""x"".y'],
    ['f(x).y', 'f(x).y'],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected));

  it('keeps a dot that waits for its name', () => {
    expect(value('var.')).toBe('var.');
    expect(value('[var., 1]')).toBe('[var., 1]');
    expect(problems('x = var.\n')).toEqual(['"" Expected a name after the dot.']);
  });
});

describe('calls and collections', () => {
  it.each([
    ['merge(a, b...)', 'merge(a, b...)'],
    ['f(\n  1,\n  2,\n)', 'f(1, 2)'],
    ['provider::aws::arn_parse(x)', 'provider::aws::arn_parse(x)'],
    ['[1, "a", [true], null]', '[1, ""a"", [true], null]'],
    ['{ a = 1, "b" : 2\n  (c) = 3 }', '{a: 1, ""b"": 2, (c): 3}'],
    ['[for x in y : x if x != ""]', '(tuple for x in y: x if (!= x ""))'],
    ['{ for k, v in m : k => v... }', '(object for k,v in m: k => v...)'],
    ['{\n  for k in m :\n  k => m[k]\n}', '(object for k in m: k => m[k])'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
    expect(problems(`x = ${text}\n`)).toEqual([]);
  });
});

describe('mistakes inside one expression', () => {
  it.each([
    ['[1 2, 3]', '[1, 2, 3]', '"2" Expected "," between items.'],
    ['{ a = 1 b = 2 }', '{a: 1, b: 2}', '"b" Expected a comma or the end of the line before the next key.'],
    ['{ a }', '{a}', '"" Expected "=" and a value after the key.'],
    ['{ a = , b = 2 }', '{a: ?, b: 2}', '"," Expected a value for this key.'],
    ['a ? b', '(? a b ?)', '"" Expected ":" and the value for when the condition is false.'],
    ['a +', '(+ a ?)', '"" Expected an expression here.'],
    ["'text'", '!', `"'text'" Strings are written in double quotes; ' has no meaning here.`],
    ['a & b', 'a', '"&" A single & has no meaning: write && for a logical "and".'],
    ['a.0.1', 'a.[0.1]', '"0.1" Two indexes cannot be chained with dots: write [0][1].'],
    [
      'f(a..., b)',
      'f(a, b...)',
      '"," Only the last argument can be expanded with "...": close the parenthesis after it.',
    ],
  ])('%s', (text, expected, problem) => {
    expect(value(text)).toBe(expected);
    expect(problems(`x = ${text}\n`)).toEqual([problem]);
  });
});

describe('limits', () => {
  const shapes: readonly (readonly [string, (count: number) => string])[] = [
    ['brackets', (count) => '['.repeat(count)],
    ['closed brackets', (count) => '['.repeat(count) + ']'.repeat(count)],
    ['parentheses', (count) => '('.repeat(count)],
    ['objects', (count) => '{ a = '.repeat(count)],
    ['interpolations', (count) => '"${'.repeat(count)],
    ['negations', (count) => '!'.repeat(count)],
    ['conditionals', (count) => 'a ? b : '.repeat(count)],
    ['additions', (count) => `1${' + 1'.repeat(count)}`],
    ['accesses', (count) => `a${'.b'.repeat(count)}`],
    ['splats', (count) => `a${'[*]'.repeat(count)}`],
  ];
  it.each(shapes)('10,000 %s are read without an overflow, and reported', (_name, make) => {
    expect(problems(`x = ${make(10_000)}\n`).length).toBeGreaterThan(0);
    expect(problems(`x = ${make(10_000)}\n`).length).toBeLessThan(5);
  });

  it('reads what stays below the limits', () => {
    expect(problems(`x = ${'['.repeat(390)}${']'.repeat(390)}\n`)).toEqual([]);
    expect(problems(`x = 1${' + 1'.repeat(990)}\n`)).toEqual([]);
    expect(problems(`x = a${'.b'.repeat(990)}\n`)).toEqual([]);
  });
});
