import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { outline } from './render.ts';

function lines(...text: readonly string[]): string {
  return text.map((line) => `${line}\n`).join('');
}

describe('a half-typed argument leaves the next one alone', () => {
  it.each([
    ['  a =', 'a=?'],
    ['  a = [', 'a=[>'],
    ['  a = f(', 'a=f(>'],
    ['  a = f(b, {', 'a=f(b, {>>'],
    ['  a = "x', 'a=""x">'],
    ['  a = "${', 'a="${?>>'],
    ['  a = "${var.', 'a="${var.>>'],
    ['  a = "${var.x', 'a="${var.x>>'],
    ['  a = b ?', 'a=(? b ? ?)'],
    ['  a = -', 'a=(- ?)'],
    ['  a = b[', 'a=b[?]'],
    ['  a = <<EOF', 'a=<<>'],
    ['  a', 'stray(a)'],
    ['  f(', 'stray(f)'],
    ['  [', 'stray()'],
    ['  "', 'stray()'],
    ['  "${', 'stray()'],
    ['  {', 'stray()'],
  ])('%s', (line, expected) => {
    const text = lines('r "x" "y" {', '  before = 1', line, '  after = 2', '}', 's "z" {', '}');
    expect(outline(text)).toBe(`r "x" "y" {before=1; ${expected}; after=2}; s "z" {}`);
  });
});

describe('a block left open', () => {
  it('ends where its parent closes', () => {
    const text = lines('r "x" {', '  a {', '    b = 1', '  c = 2', '}', 's {', '}');
    expect(outline(text)).toBe('r "x" {a {b=1>; c=2}; s {}');
  });

  it('ends at the next block', () => {
    const text = lines('r "x" {', '  a = 1', '', 's "y" {', '  b = 2', '}');
    expect(outline(text)).toBe('r "x" {a=1>; s "y" {b=2}');
  });

  it('keeps its body when its header was cut short', () => {
    expect(outline(lines('reso', '  a = 1', '  b {', '  }', '}', 's {', '}'))).toBe('reso <a=1; b {}}; s {}');
    expect(outline(lines('r "x', '  a = 1', '}', 's {', '}'))).toBe('r "x" <a=1}; s {}');
    expect(outline(lines('r {', '  life', '    a = 1', '  }', '  b = 2', '}'))).toBe('r {life <a=1}; b=2}');
  });

  it('is not closed by text that a string swallowed', () => {
    expect(outline(lines('r "x "y" {', '  a = 1', '}', 's {', '}'))).toContain('{a=1}; s {}');
    expect(outline(lines('r "x" "y {', '  a = 1', '}', 's {', '}'))).toBe('r "x" "y" {a=1}; s {}');
  });
});

describe('collections', () => {
  const policy = (...inner: readonly string[]) =>
    outline(lines('r {', '  p = f({', '    rules = [', ...inner, '    ]', '  })', '  q = 1', '}'));

  it('ends an object whose brace was deleted at the next of its indent', () => {
    expect(policy('      {', '        a = {', '          b = 1', '        c = 2', '      },', '      { d = 3 },')).toBe(
      'r {p=f({rules: [{a: {b: 1>, c: 2}, {d: 3}]}); q=1}',
    );
  });

  it('ends an item that was left open at the next', () => {
    expect(policy('      { a = 1,', '      { b = 2 },')).toBe('r {p=f({rules: [{a: 1>, {b: 2}]}); q=1}');
  });

  it('keeps items after a key alone, or one that waits for its value', () => {
    expect(policy('      {', '        tag', '        a = 1', '      },')).toBe('r {p=f({rules: [{tag, a: 1}]}); q=1}');
    expect(policy('      {', '        tag =', '        a = 1', '      },')).toBe(
      'r {p=f({rules: [{tag: ?, a: 1}]}); q=1}',
    );
  });

  it('keeps the content of a key whose brace was cut off', () => {
    expect(policy('      {', '        sel =', '          a = 1', '        }', '        b = 2', '      },')).toBe(
      'r {p=f({rules: [{sel: {a: 1}, b: 2}]}); q=1}',
    );
  });

  it('closes what a mistyped closer matches further out', () => {
    expect(outline(lines('r {', '  a = [f(1]', '  b = 2', '}'))).toBe('r {a=[f(1>]; b=2}');
    expect(outline(lines('r {', '  a = [1)', '  b = 2', '}'))).toBe('r {a=[1, !>; b=2}');
  });
});

describe('heredocs left open', () => {
  it('do not take the marker of a later block', () => {
    const text = lines('r "x" {', '  a = f(<<EOF', '  b = 1', '}', '', 's "y" {', '  c = <<EOF', 'text', 'EOF', '}');
    expect(outline(text)).toBe('r "x" {a=f(<<>>; b=1}; s "y" {c=<<"text\\n"}');
  });

  it('keep their JSON', () => {
    const text = lines('r {', '  a = <<EOF', '{', '  "b": 1', '}', '}', 's {', '}');
    expect(outline(text)).toBe('r {a=<<"{\\n  \\"b\\": 1\\n}\\n">}; s {}');
  });
});

describe('damage', () => {
  function damaged(text: string): readonly (readonly [string, boolean])[] {
    return readTree(text).body.items.flatMap((item) =>
      item.kind === 'Block' ? [[item.type.text, item.damaged] as const] : [],
    );
  }

  it('is told of the blocks around the guess, and no others', () => {
    const text = lines('a {', '  b {', '    c =', '  }', '}', 'd {', '  e = 1', '}');
    expect(damaged(text)).toEqual([
      ['a', true],
      ['d', false],
    ]);
  });

  it('is not told of what is refused but clear', () => {
    expect(damaged(lines('a {', '  b = 1', '  b = 2', '}'))).toEqual([['a', false]]);
  });
});
