import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import type { Value } from '../../../server/src/evaluate/values/value.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { seeded } from '../../corpus/random.ts';
import { isLong } from '../support/longTests.ts';

const CASES = isLong() ? 2000 : 150;
const NAMES = 9;

/** Expressions over earlier and later locals, so that cycles, unknown parts and failures occur as well. */
const EXPRESSIONS = [
  (one: string) => `[${one}, 1]`,
  (one: string, other: string) => `{ a = ${one}, b = ${other} }`,
  (one: string, other: string) => `var.known == 2 ? ${one} : ${other}`,
  (one: string, other: string) => `var.open ? [${one}] : [${other}]`,
  (one: string) => `jsonencode(${one})`,
  (one: string, other: string) => `[for x in [${one}, ${other}] : { x = x, v = var.known }]`,
  (one: string, other: string) => `try(${one}.a, ${other})`,
  (one: string) => `"\${var.known}-\${jsonencode(${one})}"`,
  (one: string) => `merge({ r = aws_ecr_repository.r.name }, { x = ${one} })`,
  (one: string) => `[aws_ecr_repository.r.arn, ${one}]`,
  (one: string) => `[each.key, ${one}]`,
  (one: string) => `lookup(${one}, "a", var.open)`,
  () => 'range(12)',
  () => '"text"',
  () => 'var.known',
  () => 'undeclared',
];

const REST =
  'variable "open" {}\nvariable "known" {\n  default = 2\n}\nresource "aws_ecr_repository" "r" {\n  name = "app"\n}\n';

describe('an evaluation that takes answers of others', () => {
  it('finds the same values at the same cost as one alone', () => {
    const random = seeded(11);
    for (let index = 0; index < CASES; index += 1) {
      const text = randomLocals(random);
      const order = Array.from({ length: 6 }, () => randomName(random));
      for (const assumeDefaults of [true, false]) {
        const shared = answers(text, order, assumeDefaults, RecordingScope);
        const alone = answers(text, order, assumeDefaults, LonelyScope);
        expect(shared, text).toEqual(alone);
      }
    }
  });

  it.each([
    ['a known variable', 'var.known'],
    ['a variable that nobody sets', 'var.open'],
    ['an attribute that the code decides', 'aws_ecr_repository.r.name'],
  ])('takes the very value of a local that uses %s', (_, part) => {
    const locals = `locals {\n  inner = [${part}]\n  outer = { part = ${part}, inner = local.inner }\n}\n`;
    const module = moduleWith(`${locals}output "l" {\n  value = local.outer\n}\n${REST}`);
    const [first, second] = [evaluated(module, 'l'), evaluated(module, 'l')];
    expect(first.kind).toBe('object');
    expect(second).toBe(first);
  });

  it('gives each reference to a variable that nobody sets its own place', () => {
    const module = moduleWith(`output "l" {\n  value = [var.open, var.open]\n}\n${REST}`);
    const value = evaluated(module, 'l');
    const starts = value.kind === 'list' ? value.items.map(({ place }) => place.start) : [];
    expect(new Set(starts).size).toBe(2);
    expect(starts.every((start) => start > value.place.start)).toBe(true);
  });

  it('follows every edit', () => {
    const random = seeded(12);
    for (let index = 0; index < CASES; index += 1) {
      const names = Array.from({ length: 4 }, () => randomName(random));
      const module = new Module('file:///w');
      const steps = Array.from({ length: 3 }, () => randomLocals(random));
      const edited = steps.map((text) => {
        module.setFile('file:///w/main.tf', text);
        return names.map((name) => shapeOf(evaluated(module, name)));
      });
      const fresh = steps.map((text) => names.map((name) => shapeOf(evaluated(moduleWith(text), name))));
      expect(edited, steps.join('\n---\n')).toEqual(fresh);
    }
  });
});

/** A scope that shares nothing with others. */
class LonelyScope extends RecordingScope {
  override readonly answers = null;
}

/** For each name, one question: its value, with all places, and its cost. */
function answers(text: string, names: readonly string[], assumeDefaults: boolean, Scope: typeof RecordingScope) {
  const module = moduleWith(text);
  return names.map((name) => {
    const scope = new Scope(module);
    const evaluator = new Evaluator(scope, { assumeDefaults });
    const value = shapeOf(evaluate(evaluator, scope, name));
    const assumptions = [...evaluator.assumptions].sort();
    return { name, value, cost: evaluator.budget.cost, assumptions, usesInstance: evaluator.usedInstance };
  });
}

function evaluated(module: Module, name: string): Value {
  const scope = new RecordingScope(module);
  return evaluate(new Evaluator(scope), scope, name);
}

function evaluate(evaluator: Evaluator, scope: RecordingScope, name: string): Value {
  const output = scope.block(`output.${name}`);
  const value = output && attributeOf(output.block, 'value');
  if (!output || !value) throw new Error(`output.${name} is not declared`);
  return evaluator.evaluate({ source: output.source, expression: value.value });
}

/** A value without what tells evaluations and versions of the text apart. */
function shapeOf(value: Value): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      HIDDEN.has(key) ? undefined : part instanceof Map ? [...part] : part,
    ),
  );
}

const HIDDEN = new Set(['piece', 'scopeId', 'expression', 'item', 'usedInstance']);

function moduleWith(text: string): Module {
  const module = new Module('file:///w');
  module.setFile('file:///w/main.tf', text);
  return module;
}

function randomLocals(random: () => number): string {
  const locals = Array.from({ length: NAMES }, (_, index) => {
    const make = EXPRESSIONS[Math.floor(random() * EXPRESSIONS.length)] ?? (() => '1');
    // Most locals refer to earlier ones, so that most of them have a value.
    const other = () => `local.l${random() < 0.9 ? Math.floor(random() * index) : Math.floor(random() * NAMES)}`;
    return `  l${index} = ${make(index === 0 ? '0' : other(), index === 0 ? '"b"' : other())}\n`;
  });
  const outputs = Array.from({ length: NAMES }, (_, index) => {
    const other = Math.floor(random() * NAMES);
    return `output "l${index}" {\n  value = [local.l${index}, var.known, local.l${other}]\n}\n`;
  });
  return `locals {\n${locals.join('')}}\n${outputs.join('')}${REST}`;
}

function randomName(random: () => number): string {
  return `l${Math.floor(random() * NAMES)}`;
}
