import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import type { Value } from '../../../server/src/evaluate/value.ts';
import { attributeOf } from '../../../server/src/module/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { textOf } from '../../../server/src/syntax/place.ts';

/** What an expression gives, as JSON a person reads: unknown parts in `<…>`, places not shown. */
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
  return new Evaluator(module).evaluate({ source: declaration.source, expression: attribute.value });
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
    ['var.x', '<it is known only after apply>'],
    ['aws_ecr_repository.r.name', '<it is known only after apply>'],
    ['local.absent', '<local.absent is not declared once>'],
    ['local.self', '<local.self refers to itself>'],
    ['timestamp()', '<timestamp() is not evaluated>'],
    ['jsonencode([]...)', '<jsonencode() is not evaluated>'],
    ['var.x ? 1 : 2', '<its condition is not known>'],
    ['true ? { n = 5, u = "days" } : { n = 5 }', '<Terraform converts its branches to a common type>'],
    ['true ? 1 : "one"', '<Terraform converts its branches to a common type>'],
    ['"a-${var.x}-b"', '<a-?-b>'],
    ['{ a = 1, (var.key) = 2 }', { a: 1, '…': true }],
    ['[for x in [1] : x]', '<it is computed>'],
    ['!true', '<its operator is not evaluated>'],
  ])('%s', (expression, expected) => {
    expect(show(evaluate(expression, 'self = local.self'))).toEqual(expected);
  });

  it('a chain of locals that never ends is unknown, not a crash', () => {
    const chain = Array.from({ length: 500 }, (_, index) => `l${index} = local.l${index + 1}`).join('\n');
    expect(show(evaluate('local.l0', chain))).toBe('<it is nested too deeply>');
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
