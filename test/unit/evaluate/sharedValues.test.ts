import { describe, expect, it } from 'vitest';
import { Budget } from '../../../server/src/evaluate/budget.ts';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import { FOLLOWED_FUNCTIONS } from '../../../server/src/evaluate/functions/call.ts';
import { Meter } from '../../../server/src/evaluate/meter.ts';
import { failureIn } from '../../../server/src/evaluate/values/partsOfValue.ts';
import { renderString } from '../../../server/src/evaluate/values/renderValue.ts';
import { typeOf } from '../../../server/src/evaluate/values/types.ts';
import type { Value } from '../../../server/src/evaluate/values/value.ts';
import { extentOf, SIZE_LIMIT } from '../../../server/src/evaluate/values/valueExtent.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { BINARY_OPERATORS } from '../../../server/src/syntax/reader/expressions/operatorTokens.ts';
import type { Expression, TemplatePart, UnaryOperation } from '../../../server/src/syntax/tree/tree.ts';
import { isLong } from '../support/longTests.ts';

/** Two to this power exceeds any limit on values; `npm run test:long` doubles more often. */
const LEVELS = isLong() ? 40 : 20;

/** The first value of a chain. */
const SEEDS = ['"\\\\\\""', '["a"]', '{ a = "b" }', 'var.v', 'var.v ? "a" : "b"', 'null', '[][0]', '2'];

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

const UNARY_OPERATORS = Object.keys({ '!': true, '-': true } satisfies Record<UnaryOperation['operator'], true>);

/** Arguments that only one function takes. */
const OWN_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  base64decode: ['base64encode("${P}${P}")'],
  chunklist: ['[P, P], 1'],
  element: ['[P, P], 1'],
  file: ['"${P}.txt"'],
  formatdate: ['"YYYY ${P}", "2024-01-01T00:00:0${P}Z"'],
  index: ['[P, P], P'],
  jsondecode: ['jsonencode([P, P])', '"[${jsonencode(P)}, ${jsonencode(P)}]"'],
  parseint: ['"${P}${P}", 10'],
  slice: ['[P, P], 0, 2'],
  templatefile: ['"shared.tftpl", { p = P, q = P }', '"looped.tftpl", { p = P, q = P }'],
  timeadd: ['"2024-01-01T00:00:0${P}Z", "${P}h"'],
  timecmp: ['"2024-01-01T00:00:0${P}Z", "2024-01-01T00:00:0${P}Z"'],
};

/** The texts of the files that a module may read. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['file:///m/2.txt', '2'],
  ['file:///m/shared.tftpl', '${p}${q}'],
  ['file:///m/looped.tftpl', '%{ for x in [p, q] }${x}${p}%{ endfor }'],
]);

/**
 * Expressions that can refer to a value twice, by what they are: every kind of the tree has some, or none because it
 * contains no expression.
 */
const SHARING: Readonly<
  Record<Exclude<Expression, { kind: 'FunctionCall' }>['kind'] | TemplatePart['kind'], readonly string[]>
> = {
  NumberLiteral: [],
  BooleanLiteral: [],
  NullLiteral: [],
  TemplateLiteral: [],
  SplatItem: [],
  MissingExpression: [],
  InvalidExpression: [],
  Template: ['"${P}${P}"', '<<EOT\n${P}\n${P}\nEOT\n'],
  TemplateInterpolation: ['"${P}-${"${P}"}"'],
  TemplateFor: ['"%{ for x in [1, 2] }${P}%{ endfor }"', '"%{ for x in [P, P] }${x}%{ endfor }"'],
  TemplateIf: ['"%{ if var.v }${P}%{ endif }${P}"', '"%{ if var.v }${P}${P}%{ else }${P}%{ endif }"'],
  Variable: ['[for x in [P, P] : x]'],
  AttributeAccess: ['{ p = [P, P], q = P }.p', '[{ p = P }.p, { p = P }.p]'],
  IndexAccess: ['[P, P][var.v]', '{ p = P, q = P }[var.v]', '[[P, P], P][0]'],
  Splat: ['[P, P][*]', '[[P, P], [P, P]][*][0]', '[P, P].*.x'],
  UnaryOperation: UNARY_OPERATORS.map((operator) => `${operator}P`),
  BinaryOperation: BINARY_OPERATORS.flatMap((operator) => [`P ${operator} P`, `[P, P] ${operator} [P, P]`]),
  Conditional: [
    'var.v ? [P, 1] : [P, 2]',
    'var.v ? { p = P, q = P } : { p = P, q = P }',
    'var.v ? [P, P] : null',
    '[][0] ? [P, P] : [P, P]',
    'true ? [P, P] : [P, P]',
  ],
  TupleExpression: ['[P, P]'],
  ObjectExpression: ['{ p = P, q = P }', '{ (P) = P }'],
  ForExpression: [
    '[for x in [1, 2] : P]',
    '[for x in P : [x, P]]',
    '{ for x in ["p", "q"] : x => P }',
    '{ for x in ["p", "p"] : x => P... }',
    '[for x in [P, P] : x if P == P]',
  ],
  Parenthesized: ['([P, (P)])'],
};

/** Calls within other expressions. */
const CALLS = [
  'jsonencode([P, P])',
  'jsonencode(P)',
  'jsonencode(jsonencode({ p = P, q = P }))',
  'try([P, P], P)',
  'can([P, P])',
];

const EXPRESSIONS: readonly string[] = [...Object.values(SHARING).flat(), ...CALLS];

/** Objects under an unknown condition take as long as lists, so lists represent them. */
const isQuick = (expression: string) => !expression.startsWith('var.v ? {');

describe('values that hold a shared value twice, over and over', () => {
  const functions = FOLLOWED_FUNCTIONS.map((name, place) => ({ name, place }));

  it.each(functions)('$name() takes some of the values', ({ name }) => {
    expect(argumentsFor(name).some((given) => SEEDS.some((seed) => isTaken(`${name}(${given})`, seed)))).toBe(true);
  });

  it.each(functions)('$name() ends within the budget', ({ name, place }) => {
    const own = OWN_ARGUMENTS[name] ?? [];
    for (const given of own) holds(`${name}(${given})`, [0, 1]);
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

function argumentsFor(name: string): readonly string[] {
  return [...(OWN_ARGUMENTS[name] ?? []), ...ARGUMENTS];
}

/** True when a call of a value that is referred to is no mistake. */
function isTaken(call: string, seed: string): boolean {
  return call.split('P').length > 1 && isFollowed(evaluateChain(seed, call, newBudget(), 1));
}

/** True for a value that is not given up for its size alone. */
function isFollowed(value: Value): boolean {
  return value.kind !== 'unknown' && value.kind !== 'alternatives' && failureIn(value) === undefined;
}

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
  const workspace = new Workspace();
  workspace.readFilesBy((uri) => FILES.get(uri) ?? { kind: 'missing' });
  workspace.setDiskFile('file:///m/main.tf', `variable "v" {}\nthing "t" {\n  value = local.a${levels}\n}\n`);
  workspace.setDiskFile('file:///m/locals.tf', `locals {\n  a0 = ${seed}\n${locals.join('')}}\n`);
  const [module] = workspace.modules;
  if (module === undefined) throw new Error('the module was not read');
  const [declaration] = module.blocks('thing.t');
  const attribute = declaration && attributeOf(declaration.block, 'value');
  if (declaration === undefined || attribute === undefined) throw new Error('the expression was not read');
  const evaluator = new Evaluator(new RecordingScope(module), { budget });
  return evaluator.evaluate({ source: declaration.source, expression: attribute.value });
}
