import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { outline, problems } from './render.ts';

describe('valid bodies', () => {
  it.each([
    ['a = 1\nb = 2\n', 'a=1; b=2'],
    ['resource "a" b {\n  c = 1\n  d {\n  }\n}\n', 'resource "a" b {c=1; d {}}'],
    ['a {}\nb { c = 1 }\n', 'a {}; b {c=1}'],
    ['a { # note\n b = 1 /* x */ // y\n}', 'a {b=1}'],
    ['a "\\u0041\\"" {}\n', 'a "A\\"" {}'],
    ['\uFEFFé-1 = 1\r\nb = 2\r\n', 'é-1=1; b=2'],
    ['a {\nb {\nc = 1\n}\n}\n', 'a {b {c=1}}'],
    ['x = <<EOF\nresource "a" "b" {\nEOF\ny = 1\n', 'x=<<"resource \\"a\\" \\"b\\" {\\n"; y=1'],
  ])('%j', (text, expected) => {
    expect(outline(text)).toBe(expected);
    expect(problems(text)).toEqual([]);
  });

  it('keeps comments', () => {
    const { comments } = readTree('# a\nx = 1 // b\n/* c\n */ y = 2\n');
    expect(comments.map(({ style, start, end }) => [style, start, end])).toEqual([
      ['#', 0, 3],
      ['//', 10, 14],
      ['/*', 15, 23],
    ]);
  });
});

describe('refused bodies', () => {
  it.each([
    ['a = 1 b = 2\n', 'a=1; b=2', '"b" Expected the end of the line'],
    ['a = 1,\nb = 2\n', 'a=1; stray(); b=2', '"," Arguments of a block are separated by line ends'],
    ['a = 1\na = 2\n', 'a=1; a=2', '"a" This argument is set twice'],
    ['"a" = 1\n', 'a=1', '"\\"" The name of an argument must not be quoted'],
    ['a { b = 1, c = 2 }\n', 'a {b=1; stray()}', '"," Arguments of a block'],
    ['a { b {} }\n', 'a {b {}}', '"b" A block on one line can hold only'],
    ['a {\n b = 1 }\n', 'a {b=1}', '"}" Expected the end of the line'],
    ['a {} b {}\n', 'a {}; b {}', '"b" Expected the end of the line'],
    ['a "${x}" {}\n', 'a null {}', '"${" A label of a block must be plain'],
    ['a = 1;\n', 'a=1; stray()', '";" There are no semicolons'],
    ['}\na = 1\n', 'stray(); a=1', '"}" Nothing is open that this could close'],
    ['a = 1 /* x\n', 'a=1', '"/*" This comment is not closed'],
  ])('%j', (text, expected, problem) => {
    expect(outline(text)).toBe(expected);
    const [found] = problems(text);
    expect(found?.slice(0, problem.length)).toBe(problem);
  });

  it('reports one problem a line, none wider than its line', () => {
    const text = 'a = = = 1\nb = [\nc = "x\n';
    const found = readTree(text).errors;
    expect(found.length).toBe(3);
    for (const { start, end } of found) expect(text.slice(start, end)).not.toContain('\n');
  });
});
