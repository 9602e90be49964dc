import { below, pick, seeded } from '../random.ts';

type Random = () => number;

/** Random expressions in the shapes of computed policies; the same for the same seed. */
export function randomExpressions(seed: number, count: number): string[] {
  const random = seeded(seed);
  const found = new Set<string>();
  while (found.size < count) found.add(anything(random, 3));
  return [...found];
}

function anything(random: Random, depth: number): string {
  return pick(random, [text, number, boolean, list, list, object, object])(random, depth);
}

function text(random: Random, depth: number): string {
  if (depth === 0) return pick(random, ['"prod"', '"a-b"', '"10"', '""', 'local.text', 'null', '"v1.2"']);
  const inner = () => text(random, depth - 1);
  return pick(random, [
    () => `upper(${inner()})`,
    () => `"\${${inner()}}-\${${number(random, depth - 1)}}"`,
    () => `${boolean(random, depth - 1)} ? ${inner()} : ${inner()}`,
    () => `coalesce(${inner()}, ${inner()}, "z")`,
    () => `join("-", ${listOf(random, depth - 1, text)})`,
    () => `format("%s/%v", ${inner()}, ${number(random, depth - 1)})`,
    () => `replace(${inner()}, "-", "_")`,
    () => `substr(${inner()}, 0, 2)`,
    () => `tostring(${number(random, depth - 1)})`,
    () => `try(${inner()}, "t")`,
    () => `trimsuffix(${inner()}, "b")`,
    () => `lookup(${objectOf(random, depth - 1, text)}, "a", ${inner()})`,
  ])();
}

function number(random: Random, depth: number): string {
  if (depth === 0) return pick(random, ['0', '1', '2.5', '-3', '"7"', 'local.days', '100', 'null']);
  const inner = () => number(random, depth - 1);
  return pick(random, [
    () => `${inner()} + ${inner()}`,
    () => `(${inner()}) * ${inner()}`,
    () => `${inner()} - (${inner()})`,
    () => `max(${inner()}, ${inner()})`,
    () => `length(${list(random, depth - 1)})`,
    () => `${boolean(random, depth - 1)} ? ${inner()} : ${pick(random, [inner, () => text(random, depth - 1)])()}`,
    () => `try(tonumber(${text(random, depth - 1)}), ${inner()})`,
    () => `lookup(local.keep, ${text(random, depth - 1)}, ${inner()})`,
    () => `floor(${inner()})`,
    () => `element([${inner()}, ${inner()}], 1)`,
  ])();
}

function boolean(random: Random, depth: number): string {
  if (depth === 0) return pick(random, ['true', 'false', '"true"', 'local.enabled', 'null == local.nothing']);
  return pick(random, [
    () => `${number(random, depth - 1)} > ${number(random, depth - 1)}`,
    () => `(${anything(random, depth - 1)}) == (${anything(random, depth - 1)})`,
    () => `!(${boolean(random, depth - 1)})`,
    () => `(${boolean(random, depth - 1)}) && (${boolean(random, depth - 1)})`,
    () => `(${boolean(random, depth - 1)}) || (${boolean(random, depth - 1)})`,
    () => `contains(${list(random, depth - 1)}, ${text(random, depth - 1)})`,
    () => `can(${anything(random, depth - 1)})`,
    () => `startswith(${text(random, depth - 1)}, "p")`,
  ])();
}

function listOf(random: Random, depth: number, item: (random: Random, depth: number) => string): string {
  const items = Array.from({ length: below(random, 3) + 1 }, () => item(random, Math.max(0, depth - 1)));
  return `[${items.join(', ')}]`;
}

function list(random: Random, depth: number): string {
  if (depth === 0) return pick(random, ['[]', 'local.tags', 'local.rules', '[1, 2]', '["a", "b"]', 'tolist(["x"])']);
  const inner = () => list(random, depth - 1);
  return pick(random, [
    () => listOf(random, depth, anything),
    () => listOf(random, depth, object),
    () => `[for x in ${inner()} : x]`,
    () => `[for i, x in ${inner()} : { i = i, x = x }]`,
    () => `[for x in ${listOf(random, depth - 1, number)} : x if ${boolean(random, depth - 1)}]`,
    () => `concat(${inner()}, ${inner()})`,
    () => `${boolean(random, depth - 1)} ? ${inner()} : ${pick(random, [inner, () => '[]'])()}`,
    () => `flatten([${inner()}, ${inner()}])`,
    () => `reverse(${inner()})`,
    () => `distinct(${inner()})`,
    () => `tolist(${inner()})`,
    () => `values(${object(random, depth - 1)})`,
    () => `keys(${object(random, depth - 1)})`,
    () => `slice(${inner()}, 0, 1)`,
    () => `range(${below(random, 4)})`,
    () => `try(${inner()}, [])`,
  ])();
}

function objectOf(random: Random, depth: number, item: (random: Random, depth: number) => string): string {
  const names = ['a', 'b', 'c'].slice(0, below(random, 3) + 1);
  return `{ ${names.map((name) => `${name} = ${item(random, Math.max(0, depth - 1))}`).join(', ')} }`;
}

function object(random: Random, depth: number): string {
  if (depth === 0)
    return pick(random, ['{}', 'local.keep', 'local.services', '{ a = 1 }', '{ a = "x", b = null }', 'null']);
  const inner = () => object(random, depth - 1);
  return pick(random, [
    () => objectOf(random, depth, anything),
    () => `merge(${inner()}, ${inner()})`,
    () => `${boolean(random, depth - 1)} ? ${inner()} : ${pick(random, [inner, () => '{}', () => 'null'])()}`,
    () => `{ for k, v in ${inner()} : k => v }`,
    () => `{ for k, v in ${inner()} : k => v if v != null }`,
    () => `{ for i, x in ${list(random, depth - 1)} : "k\${i}" => x }`,
    () => `tomap(${objectOf(random, depth - 1, number)})`,
    () => `zipmap(["a", "b"], [${anything(random, depth - 1)}, ${anything(random, depth - 1)}])`,
    () => `try(${inner()}, {})`,
  ])();
}
