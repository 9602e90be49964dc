import { readFileSync } from 'node:fs';

/**
 * Calls whose arguments may be unknown. An argument is written `NAME=KNOWN`: `NAME` is one of `UNKNOWNS`, `KNOWN` a
 * value that Terraform takes there. Without `NAME=` it is always written out.
 */
const CALLS = linesOf('typedCalls.txt');

/** Other expressions; `UNKNOWN.s` is an unknown string, `UNKNOWN.d` a value of any type. */
const OPERATIONS = linesOf('typedOperations.txt');

/** The unknowns, with the type that each is declared with and a value of that type. */
export const UNKNOWNS: Readonly<Record<string, readonly [type: string, value: string]>> = {
  s: ['string', '"10"'],
  n: ['number', '1'],
  b: ['bool', 'true'],
  ls: ['list(string)', '["a"]'],
  ln: ['list(number)', '[1, 2]'],
  lb: ['list(bool)', '[true]'],
  ll: ['list(list(string))', '[["a"]]'],
  lo: ['list(object({ a = string, n = number }))', '[{ a = "x", n = 1 }]'],
  ss: ['set(string)', '["a"]'],
  sn: ['set(number)', '[1]'],
  ms: ['map(string)', '{ a = "x" }'],
  mn: ['map(number)', '{ a = 1, "10" = 1 }'],
  mo: ['map(object({ a = string, n = number }))', '{ a = { a = "x", n = 1 } }'],
  mls: ['map(list(string))', '{ a = ["x"] }'],
  o: ['object({ a = string, n = number })', '{ a = "x", n = 1 }'],
  d: ['any', '"x"'],
};

/** An expression with unknown parts, and the same with known values of the same types in their place. */
export interface TypedExpression {
  readonly unknown: string;
  readonly known: string;
}

/** The names of the functions that the calls are of. */
export function calledNames(): ReadonlySet<string> {
  return new Set(CALLS.map((line) => line.split(' ', 1)[0] ?? ''));
}

/** Each call with every argument unknown, with one of them unknown, and with one of any type; then the operations. */
export function typedExpressions(): readonly TypedExpression[] {
  const expressions = [...CALLS.flatMap(variantsOf), ...OPERATIONS.map(operation)];
  return [...new Map(expressions.map((expression) => [expression.unknown, expression])).values()];
}

function operation(text: string): TypedExpression {
  return { unknown: text.replaceAll('UNKNOWN.', 'local.'), known: text.replaceAll('UNKNOWN.', 'local.known_') };
}

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

function variantsOf(line: string): TypedExpression[] {
  const name = line.split(' ', 1)[0] ?? '';
  const written = line.slice(name.length + 1);
  const parts = written === '' ? [] : written.split('; ').map(partOf);
  const call = (values: readonly string[]) => `${name}(${values.join(', ')})`;
  const values = parts.map(({ value }) => value);
  const known = call(values);
  const single = parts.flatMap(({ unknown, value }, index) =>
    unknown === value ? [] : [unknown, 'local.d'].map((one) => call(values.with(index, one))),
  );
  return [call(parts.map(({ unknown }) => unknown)), ...single].map((text) => ({ unknown: text, known }));
}

/** An argument as an unknown and as a value; both are the same for one that is always written out. */
function partOf(word: string): { readonly unknown: string; readonly value: string } {
  const [, name, value = ''] = /^([a-z]+)=(.*)$/.exec(word) ?? [];
  if (name === undefined) return { unknown: word, value: word };
  return { unknown: `local.${name}`, value: typed(name, value) };
}

/** The value in the type that the name stands for; a list that is written out is a tuple. */
function typed(name: string, value: string): string {
  const [type = ''] = UNKNOWNS[name] ?? [];
  if (type.startsWith('list')) return `tolist(${value})`;
  return type.startsWith('map') ? `tomap(${value})` : value;
}
