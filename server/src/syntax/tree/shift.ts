import type { Expression } from './tree.ts';

/** A copy of an expression with every range moved by a number of UTF-16 code units. */
export function shiftExpression(expression: Expression, by: number): Expression {
  return moved(expression, (offset) => offset + by) as Expression;
}

/** A copy of an expression with every offset replaced by what `to` gives for it. */
export function moveExpression(expression: Expression, to: (offset: number) => number): Expression {
  return moved(expression, to) as Expression;
}

/** Trees are plain data: every object in them with a start and an end is a range. */
function moved(value: unknown, to: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, to));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, moved(member, to)]),
  );
  const { start, end } = copy;
  if (typeof start !== 'number' || typeof end !== 'number') return copy;
  const range = { start: to(start), end: to(end) };
  // A stretch that needs more characters at its new place is not verbatim there.
  const isLonger = copy['verbatim'] === true && range.end - range.start !== end - start;
  return { ...copy, ...range, ...(isLonger ? { verbatim: false } : {}) };
}
