import type { Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../server/src/embedded/jsonDocument.ts';
import { openSyntaxFile } from '../../../server/src/syntax/tree/file.ts';
import type { MappedText } from '../../../server/src/syntax/tree/mappedText.ts';
import { HOLE, MappedTextBuilder, sourceOf } from '../../../server/src/syntax/tree/mappedText.ts';
import { placeOf, textOf } from '../../../server/src/syntax/tree/place.ts';
import type { Template } from '../../../server/src/syntax/tree/tree.ts';

/** The mapped text of the template in `x = …`; interpolations are holes. */
function mapped(template: string): MappedText {
  const piece = openSyntaxFile(`x = ${template}\n`).pieces[0]?.piece;
  const item = piece?.tree.body.items[0];
  if (piece === undefined || item?.kind !== 'Attribute' || item.value.kind !== 'Template')
    throw new Error('no template');
  return mappedTemplate({ uri: 'file:///main.tf', piece }, item.value);
}

function mappedTemplate(
  source: { uri: string; piece: Parameters<typeof placeOf>[0]['piece'] },
  template: Template,
): MappedText {
  const builder = new MappedTextBuilder();
  for (const part of template.parts) {
    if (part.kind === 'TemplateLiteral') builder.literal(source, part);
    else builder.hole(placeOf(source, part));
  }
  return builder.build(template.form, placeOf(source, template));
}

/** Each scalar of the JSON with its source text. */
function scalars(text: MappedText): [unknown, string][] {
  const found: [unknown, string][] = [];
  const walk = (node: Node): void => {
    if (node.children === undefined)
      found.push([node.value, textOf(sourceOf(text, node.offset, node.offset + node.length))]);
    else node.children.forEach(walk);
  };
  const { root } = readJson(text);
  if (root !== null) walk(root);
  return found;
}

describe('JSON in strings knows its place in the source', () => {
  it('in a heredoc', () => {
    expect(scalars(mapped('<<EOF\n{ "a": [1, "two"] }\nEOF'))).toEqual([
      ['a', '"a"'],
      [1, '1'],
      ['two', '"two"'],
    ]);
  });

  it('in an indented heredoc', () => {
    expect(scalars(mapped('<<-EOF\n    {\n      "a": 12\n    }\n    EOF'))).toEqual([
      ['a', '"a"'],
      [12, '12'],
    ]);
  });

  it('in a quoted string with escapes', () => {
    expect(scalars(mapped('"{\\"a\\": \\"b\\", \\"c\\": 3}"'))).toEqual([
      ['a', '\\"a\\"'],
      ['b', '\\"b\\"'],
      ['c', '\\"c\\"'],
      [3, '3'],
    ]);
  });
});

describe('interpolations are unknown stretches', () => {
  it('in place of a value', () => {
    const document = readJson(mapped('<<EOF\n{ "a": ${x}, "b": 2 }\nEOF'));
    expect(document.problems).toEqual([]);
    expect(document.root).not.toBeNull();
    expect([...document.holes].map((offset) => document.mapped.text[offset])).toEqual([HOLE]);
  });

  it('inside a string', () => {
    const document = readJson(mapped('<<EOF\n{ "a": "v${x}*" }\nEOF'));
    expect(document.holes.size).toBe(0);
    expect(scalars(document.mapped)[1]).toEqual([`v${HOLE}*`, '"v${x}*"']);
  });

  it.each(['{ "a": 1${x} }', '${x}', '{ "a": 1, ${x} }', '[1 ${x}]', '{ "a": 1 ${x}'])(
    'that may stand for any structure make nothing certain: %s',
    (text) => {
      expect(readJson(mapped(`<<EOF\n${text}\nEOF`)).problems).toEqual([]);
    },
  );

  it('do not hide what is wrong behind them, nor the rest of the structure', () => {
    const document = readJson(mapped('<<EOF\n{ "a": ${x}, "b": 2, }\nEOF'));
    expect([...new Set(document.problems.map(({ start }) => document.mapped.text[start]))]).toEqual(['}']);
    expect(scalars(document.mapped).map(([value]) => value)).toContain(2);
  });

  it('do not hide what is wrong before them', () => {
    const { problems } = readJson(mapped('<<EOF\n{ "a": 1,, "b": ${x} }\nEOF'));
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('hostile JSON', () => {
  it.each([
    ['deep brackets', '['.repeat(20_000)],
    ['many holes', `[${'${x},'.repeat(20_000)}1]`],
    ['a lone quote', '"'],
  ])('%s', (_name, text) => {
    expect(() => readJson(mapped(`<<EOF\n${text}\nEOF`))).not.toThrow();
  });
});
