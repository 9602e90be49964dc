import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import type { Value } from '../../../server/src/evaluate/values/value.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { textOf } from '../../../server/src/syntax/tree/place.ts';

/** The value of an expression as readable JSON: unknown parts in `<…>`, places not shown. */
function show(value: Value): unknown {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'list':
      return value.open ? ['…', ...value.items.map(show)] : value.items.map(show);
    case 'object':
      return Object.fromEntries([
        ...value.members.map(({ key, value: member }) => [key, show(member)]),
        ...(value.open ? [['…', true]] : []),
      ]);
    case 'encoded':
      return { jsonencode: show(value.encoded) };
    case 'partial-string':
      return `<${value.mapped.text.replaceAll('\uFFFC', '?')}>`;
    case 'alternatives':
      return { oneOf: value.options.map(show) };
    case 'unknown':
      return `<${value.because}>`;
  }
}

function evaluate(expression: string, locals = ''): Value {
  const module = new Module();
  module.setFile('file:///m/main.tf', `thing "t" {\n  value = ${expression}\n}\n`);
  module.setFile('file:///m/locals.tf', `locals {\n${locals}\n}\n`);
  const [declaration] = module.blocks('thing.t');
  const attribute = declaration && attributeOf(declaration.block, 'value');
  if (declaration === undefined || attribute === undefined) throw new Error('the expression was not read');
  return new Evaluator(new RecordingScope(module)).evaluate({
    source: declaration.source,
    expression: attribute.value,
  });
}

describe('what an expression gives', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    ['1.50', 1.5],
    ['1e3', 1000],
    ['-3', -3],
    ['true', true],
    ['null', null],
    ['"a\\tb"', 'a\tb'],
    ['"n: ${1}, ${true}, ${"x"}"', 'n: 1, true, x'],
    ['"${5}"', 5],
    ['"$${a} %%{b}"', '${a} %{b}'],
    ['<<EOF\nline\n  more\nEOF', 'line\n  more\n'],
    ['<<-EOF\n    line\n      more\n    EOF', 'line\n  more\n'],
    ['[1, "two", [3]]', [1, 'two', [3]]],
    ['{ a = 1, "b" : 2, (local.key) = 3 }', { a: 1, b: 2, k: 3 }],
    ['("x")', 'x'],
    ['true ? "a" : "b"', 'a'],
    ['false ? 1 : null', null],
    ['{ a = { b = 7 } }.a.b', 7],
    ['local.nested.inner', 'deep'],
    ['jsonencode({ a = [1] })', { jsonencode: { a: [1] } }],
    ['local.text', { jsonencode: { rules: [] } }],
  ])('%s', (expression, expected) => {
    const locals = 'key = "k"\nnested = { inner = "deep" }\ntext = jsonencode({ rules = [] })';
    expect(show(evaluate(expression, locals))).toEqual(expected);
  });
});

describe('what is not known, and why', () => {
  it.each<[string, unknown]>([
    ['var.x', '<var.x is not declared once>'],
    ['aws_ecr_repository.r.name', '<it is known only after apply>'],
    ['local.absent', '<local.absent is not declared once>'],
    ['local.self', '<local.self refers to itself>'],
    ['timestamp()', '<timestamp() is not followed>'],
    ['jsonencode([]...)', '<jsonencode() takes one argument>'],
    ['aws_x.y.z ? 1 : 2', { oneOf: [1, 2] }],
    ['aws_x.y.z ? { n = 5, u = "days" } : { n = 5 }', { oneOf: [{ n: '5', u: 'days' }, { n: '5' }] }],
    ['"a-${var.x}-b"', '<a-?-b>'],
    [
      'merge({ a = 1, b = 2 }, var.x, { b = 3 })',
      { a: '<a later argument of merge() may override it>', b: 3, '…': true },
    ],
    ['concat([1], var.x, [2])', ['…', 1, 2]],
    ['concat([1], aws_x.y.z ? [2] : [])', { oneOf: [[1, 2], [1]] }],
    ['length([var.x, var.y])', 2],
    ['[for x in [var.x, 1] : { n = x }]', [{ n: '<var.x is not declared once>' }, { n: 1 }]],
    ['[for x in [1, 2] : x if x != var.x]', { oneOf: [['…'], ['…', 1], ['…', 2]] }],
    ['try(var.x.y, 1)', '<it is not known whether an argument of try() fails>'],
    ['try(aws_x.y.z, 1)', '<it is known only after apply>'],
    ['can(aws_x.y.z)', true],
    ['upper(var.x)', '<var.x is not declared once>'],
    ['{ a = 1 }.b', '<the object has no key b>'],
    ['{ a = 1, (var.key) = 2 }', { a: 1, '…': true }],
  ])('%s', (expression, expected) => {
    expect(show(evaluate(expression, 'self = local.self'))).toEqual(expected);
  });

  it('a chain of locals that never ends is unknown, not a crash', () => {
    const chain = Array.from({ length: 500 }, (_, index) => `l${index} = local.l${index + 1}`).join('\n');
    expect(show(evaluate('local.l0', chain))).toBe('<it is too large to be followed>');
  });
});

describe('where a value comes from', () => {
  it('is the expression itself, also through a local of another file', () => {
    const value = evaluate('local.rule', 'rule = { count = 10 }');
    if (value.kind !== 'object') throw new Error('no object');
    const [member] = value.members;
    expect(member && textOf(member.value.place)).toBe('10');
    expect(member?.value.place.uri).toBe('file:///m/locals.tf');
  });
});
