import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/** Calls that spread a fixed, small number of members, with the reason. */
const BOUNDED: readonly (readonly [file: string, call: string, reason: string])[] = [
  [
    'server/src/evaluate/evaluationFrame.ts',
    'binary(expression.operator, ...operands, at)',
    'an operator has two operands',
  ],
  [
    'server/src/evaluate/evaluationFrame.ts',
    'conditional(condition, ...branches, this.at(expression))',
    'there are two branches',
  ],
  [
    'client/src/commands/newModule.ts',
    "Uri.joinPath(folder, ...path.split('/'))",
    'the paths are written in the source',
  ],
  ['server/src/simulate/input/inputProblem.ts', 'say(message, ...values)', 'a sentence has two values at most'],
];

/**
 * The calls in a text that spread an array into their arguments: each member takes a place on the stack, so that a long
 * array makes the call fail. Spreading a function's own rest parameters is allowed, because they were on the stack
 * before.
 */
function spreadsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, rest: ReadonlySet<unknown>): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, rest);
    if (!isNode(node)) return;
    const own = Array.isArray(node['params']) ? new Set([...rest, ...restNamesOf(node['params'])]) : rest;
    const given = node.type === 'CallExpression' || node.type === 'NewExpression' ? node['arguments'] : [];
    const isLong = (one: unknown) => isNode(one) && one.type === 'SpreadElement' && !own.has(nameOf(one['argument']));
    if (Array.isArray(given) && given.some(isLong))
      found.push(text.slice(node.start, node.end).replaceAll(/\s+/g, ' '));
    for (const child of Object.values(node)) visit(child, own);
  };
  visit(parseSync('text.ts', text).program, new Set());
  return found;
}

interface Node extends Record<string, unknown> {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function restNamesOf(parameters: readonly unknown[]): unknown[] {
  return parameters.flatMap((one) => (isNode(one) && one.type === 'RestElement' ? [nameOf(one['argument'])] : []));
}

function nameOf(node: unknown): unknown {
  return isNode(node) && node.type === 'Identifier' ? node['name'] : undefined;
}

describe('no call takes an array of any length as its arguments', () => {
  it.each([
    'list.push(...more)',
    'list.unshift(...more)',
    'Math.max(0, ...values)',
    'Math.min(...values.map(width))',
    'String.fromCodePoint(...codes)',
    'new Set(...lists)',
    'list.splice(0, 1, ...more)',
    'f((...given: number[]) => given, ...others)',
    'list?.push(...more)',
    'a.b.concat(...lists)',
  ])('is found: %s', (text) => expect(spreadsIn(text)).toEqual([text]));

  it.each([
    'const f = (...given: number[]) => g(...given);',
    'const all = [...one, ...other];',
    'f({ ...one, two });',
    'f([...one, ...other]);',
    'new Set([...one, ...other]);',
  ])('is none: %s', (text) => expect(spreadsIn(text)).toEqual([]));

  it('in the server and the client', () => {
    const root = resolve(import.meta.dirname, '../../..');
    const found = ['server/src', 'client/src'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .flatMap((name) => spreadsIn(readFileSync(join(root, name), 'utf8')).map((call) => `${name}: ${call}`)),
    );
    const allowed = BOUNDED.map(([file, call]) => `${file}: ${call}`);
    expect(found.filter((one) => !allowed.includes(one))).toEqual([]);
    expect(allowed.filter((one) => !found.includes(one))).toEqual([]);
  });
});
