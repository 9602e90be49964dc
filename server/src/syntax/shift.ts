import type { Expression } from './tree.ts';

/** A copy of an expression with every range moved by so many UTF-16 code units. */
export function shiftExpression(expression: Expression, by: number): Expression {
  return shifted(expression, by) as Expression;
}

/** Trees are plain data: every object of them that has a start and an end is a range. */
function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shifted(item, by));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shifted(member, by)]));
  const { start, end } = copy;
  return typeof start === 'number' && typeof end === 'number' ? { ...copy, start: start + by, end: end + by } : copy;
}
