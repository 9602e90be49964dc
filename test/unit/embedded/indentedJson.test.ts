import { applyEdits, format } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { indentedJson } from '../../../server/src/embedded/indentedJson.ts';

const TEXTS: readonly string[] = [
  '',
  '{}',
  '[]',
  '{"a":1}',
  '{"a":[1,2,{"b":"c"}],"d":null}',
  '{\n"a" : 1 }',
  '  {"a":\t"x"}  ',
  '{"a":[],"b":{}}',
  '{"a":"\\u003c <"}',
  '{"a":1,',
  '[{"a":1},\r\n{"b":2}]',
  JSON.stringify({
    rules: Array.from({ length: 30 }, (_, index) => ({ rulePriority: index, action: { type: 'expire' } })),
  }),
];

describe('indented JSON', () => {
  it.each(TEXTS)('is the same as with the edits applied one by one: %j', (text) => {
    const edits = format(text, undefined, { insertSpaces: true, tabSize: 2 });
    expect(indentedJson(text)).toBe(applyEdits(text, edits));
  });

  it('has the members of a very long list, which is written in one pass', () => {
    const list = Array.from({ length: 30_000 }, (_, index) => ({ rulePriority: index }));
    expect(indentedJson(JSON.stringify(list))).toBe(JSON.stringify(list, null, 2));
  });
});
