import { describe, expect, it } from 'vitest';
import { findSlips, withoutSlips } from '../../../server/src/ecr/documents/spelling/json/jsonSlips.ts';

/** Each slip as its kind and its text. */
function slipsIn(text: string): string[] {
  return findSlips(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('findSlips', () => {
  it.each([
    ['{"a": 1}', []],
    ['{"a": "// no # comment, /* here */ ,}"}', []],
    ['{"a": "\\"", "b": \'it"s\'}', ["single-quotes 'it\"s'"]],
    ['[1, 2,\n]', ['trailing-comma ,']],
    ['[1, // one\n]', ['trailing-comma ,', 'comment // one']],
    ['[1 # one\r\n]', ['comment # one']],
    ['[1 /* one\n two */, 2]', ['comment /* one\n two */']],
    ['[1, /* open', ['comment /* open']],
    ['["open\n, 1]', []],
    ["['open\n, 1]", []],
    ['[,]', ['trailing-comma ,']],
    ['', []],
  ])('in %j finds %j', (text, slips) => {
    expect(slipsIn(text)).toEqual(slips);
  });

  it('says how a single-quoted string is written in JSON', () => {
    expect(findSlips(`['it\\'s "so"']`).map(({ replacement }) => replacement)).toEqual([`"it's \\"so\\""`]);
  });

  it('takes time linear in the text', () => {
    const text = '// x\n\'\n,}"\n'.repeat(50_000);
    expect(findSlips(text)).toHaveLength(100_000);
  });
});

describe('withoutSlips', () => {
  it('keeps every offset', () => {
    const text = `{'a"b': [1, /* two\n */ 2,], // end\n}`;
    const mended = withoutSlips(text, findSlips(text));
    expect(mended).toHaveLength(text.length);
    expect(JSON.parse(mended)).toEqual({ 'a b': [1, 2] });
  });
});
