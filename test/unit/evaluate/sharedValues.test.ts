import { describe, expect, it } from 'vitest';
import { Budget } from '../../../server/src/evaluate/budget.ts';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import { PURE_FUNCTIONS } from '../../../server/src/evaluate/functions/functions.ts';
import { Meter } from '../../../server/src/evaluate/meter.ts';
import { renderString } from '../../../server/src/evaluate/values/renderValue.ts';
import { typeOf } from '../../../server/src/evaluate/values/types.ts';
import type { Value } from '../../../server/src/evaluate/values/value.ts';
import { extentOf, SIZE_LIMIT } from '../../../server/src/evaluate/values/valueExtent.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { isLong } from '../support/longTests.ts';

/** Two to this power exceeds any limit on values; `npm run test:long` doubles more often. */
const LEVELS = isLong() ? 40 : 20;

/** The first value of a chain. */
const SEEDS = ['"\\\\\\""', '["a"]', '{ a = "b" }', 'var.v', 'var.v ? "a" : "b"', 'null', '[][0]'];

/** Ways to pass a value to a function more than once; P is the value. */
const ARGUMENTS = [
  'P',
  'P, P',
  'P, P, P',
  '[P, P]',
  '[[P], [P]]',
  '[P, P], [P, P]',
  '{ p = P, q = P }',
  '{ p = P }, { "${LEVEL}" = P }',
  '["p", "q"], [P, P]',
  '"%v%v", P, P',
  '"%s%s", P, P',
  '"%v%v", [P, P], [P, P]',
  'P, [P, P]',
  'P, "/./", P',
  'P, "\\\\", "${P}${P}"',
  '"/(.)(.)/", P',
  '900, "${P}\\n${P}"',
  '[P, P]...',
];

/** Expressions other than calls that can refer to a value twice. */
const EXPRESSIONS = [
  '[P, P]',
  '{ p = P, q = P }',
  '"${P}${P}"',
  '"%{ for x in [1, 2] }${P}%{ endfor }"',
  '"%{ if var.v }${P}%{ endif }${P}"',
  'var.v ? [P, 1] : [P, 2]',
  'var.v ? { p = P, q = P } : { p = P, q = P }',
  'var.v ? [P, P] : null',
  '[][0] ? [P, P] : [P, P]',
  'true ? [P, P] : [P, P]',
  '[for x in [1, 2] : P]',
  '[for x in P : [x, P]]',
  '{ for x in ["p", "q"] : x => P }',
  '{ for x in ["p", "p"] : x => P... }',
  '[P, P][*]',
  '[[P, P], [P, P]][*][0]',
  '[P, P] == [P, P]',
  'jsonencode([P, P])',
  'jsonencode(P)',
  'jsonencode(jsonencode({ p = P, q = P }))',
  'try([P, P], P)',
  'can([P, P])',
  '[P, P][var.v]',
  '{ p = P, q = P }[var.v]',
  'P && P',
  'P + P',
  '!P',
];

/** Objects under an unknown condition take as long as lists, so lists represent them. */
const isQuick = (expression: string) => !expression.startsWith('var.v ? {');

describe('values that hold a shared value twice, over and over', () => {
  const functions = [...PURE_FUNCTIONS.keys()].map((name, place) => ({ name, place }));

  it.each(functions)('$name() ends within the budget', ({ name, place }) => {
    for (const [index, given] of ARGUMENTS.entries()) {
      // Neighbors share the arguments between them; `npm run test:long` gives each function all of them.
      if (isLong() || index % 6 === place % 6) holds(`${name}(${given})`, [index % SEEDS.length]);
    }
  });

  it.each(EXPRESSIONS.filter(isLong() ? () => true : isQuick))('%s ends within the budget', (expression) => {
    holds(expression, [expression.startsWith('true') ? 0 : 4, 1].slice(0, expression.includes('?') ? 1 : 2));
  });

  it('says of what it does not follow that it is too large', () => {
    const value = evaluateChain('["a"]', '[P, P]', newBudget(), 17);
    expect(value).toMatchObject({ kind: 'unknown', because: 'it is too large to be followed' });
  });

  it('follows what is written at length', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `"name-${index}"`);
    expect(evaluateChain(`[${rows.join(', ')}]`, 'concat(P, ["a"])', newBudget(), 3).kind).toBe('list');
  });
});

function newBudget(): Budget {
  return new Budget(new Meter(1 << 22));
}

function holds(expression: string, seeds: Iterable<number>): void {
  for (const index of seeds) {
    const seed = SEEDS[index] ?? 'null';
    const budget = newBudget();
    const value = evaluateChain(seed, expression, budget);
    expect(extentOf(value).size, `${expression} on ${seed}`).toBeLessThanOrEqual(SIZE_LIMIT);
    expect(budget.spent, `${expression} on ${seed}`).toBeLessThan(8 * SIZE_LIMIT);
    expect(renderString(value)?.length ?? 0).toBeLessThanOrEqual(8 * 4 * SIZE_LIMIT);
    typeOf(value);
  }
}

function evaluateChain(seed: string, expression: string, budget: Budget, levels = LEVELS): Value {
  const locals = Array.from({ length: levels }, (_, index) => {
    const text = expression.replaceAll('LEVEL', String(index)).replaceAll('P', `local.a${index}`);
    return `  a${index + 1} = ${text}\n`;
  });
  const module = new Module();
  module.setFile('file:///m/main.tf', `variable "v" {}\nthing "t" {\n  value = local.a${levels}\n}\n`);
  module.setFile('file:///m/locals.tf', `locals {\n  a0 = ${seed}\n${locals.join('')}}\n`);
  const [declaration] = module.blocks('thing.t');
  const attribute = declaration && attributeOf(declaration.block, 'value');
  if (declaration === undefined || attribute === undefined) throw new Error('the expression was not read');
  const evaluator = new Evaluator(new RecordingScope(module), { budget });
  return evaluator.evaluate({ source: declaration.source, expression: attribute.value });
}
