import { describe, expect, it } from 'vitest';
import { circlesIn, importsIn, productImports } from './importGraph.ts';

/** An evaluator is recursive: what evaluates one kind of expression evaluates the expressions inside it. */
const EVALUATOR_RECURSION = [
  'server/src/evaluate/evaluate.ts',
  'server/src/evaluate/evaluateFor.ts',
  'server/src/evaluate/evaluateModule.ts',
  'server/src/evaluate/evaluateReference.ts',
  'server/src/evaluate/evaluateSplat.ts',
  'server/src/evaluate/evaluateTemplate.ts',
  'server/src/evaluate/evaluationFrame.ts',
  'server/src/evaluate/functions/call.ts',
  'server/src/evaluate/functions/fileFunctions.ts',
  'server/src/evaluate/scope.ts',
];

it('has no circle of imports but the recursion of the evaluator', () => {
  expect(circlesIn(productImports())).toEqual([EVALUATOR_RECURSION]);
});

describe('a circle of imports', () => {
  it.each<[string, Record<string, string[]>, string[][]]>([
    ['none in a chain', { a: ['b'], b: ['c'], c: [] }, []],
    ['none in a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['of one', { a: ['a'] }, [['a']]],
    ['of two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['of three', { c: ['a'], a: ['b'], b: ['c'] }, [['a', 'b', 'c']]],
    [
      'twice',
      { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['of circles that share a file', { a: ['b', 'c'], b: ['a'], c: ['a'] }, [['a', 'b', 'c']]],
    ['without those that only lead into it', { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }, [['b', 'c']]],
  ])('is found: %s', (_, graph, circles) => {
    expect(circlesIn(new Map(Object.entries(graph)))).toEqual(circles);
  });

  it.each([
    "import { a } from './x.ts';",
    "import type { a } from './x.ts';",
    "import {\n  a,\n  type b,\n} from './x.ts';",
    "import * as a from './x.ts';",
    "import './x.ts';",
    "export * from './x.ts';",
    "export type { a } from './x.ts';",
    "const a = await import('./x.ts');",
    "let a: import('./x.ts').A;",
  ])('counts %s', (text) => {
    expect(importsIn('server/src/facts/y.ts', text)).toEqual(['server/src/facts/x.ts']);
  });
});
