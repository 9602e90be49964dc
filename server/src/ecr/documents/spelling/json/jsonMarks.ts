import type { Value } from '../../../../evaluate/values/value.ts';
import type { Expression } from '../../../../syntax/tree/tree.ts';
import { visit } from '../../../../syntax/tree/walkTree.ts';

/** True when a value inserted into a JSON string could end that string or mean something else in JSON. */
export function mayHoldMarks(value: Value): boolean {
  switch (value.kind) {
    case 'string':
    case 'partial-string':
      return hasMarks(value.mapped.text);
    case 'alternatives':
      return value.options.some(mayHoldMarks);
    case 'unknown':
      return writesMarks(value.expression);
    default:
      return ['encoded', 'null', 'list', 'object'].includes(value.kind);
  }
}

/**
 * True when an expression contains text with a meaning in JSON, such as the separator of `join("\",\"", …)`: in the
 * expression itself or, when `evaluate` finds the named value, elsewhere.
 */
export function writesMarks(expression: Expression, evaluate: ((part: Expression) => Value) | null = null): boolean {
  let found = false;
  visit(expression, (node) => {
    if (node.kind === 'TemplateLiteral') found ||= hasMarks(node.value);
    if (node.kind !== 'AttributeAccess' || evaluate === null) return;
    const value = evaluate(node);
    found ||= (value.kind === 'string' || value.kind === 'partial-string') && hasMarks(value.mapped.text);
  });
  return found;
}

function hasMarks(text: string): boolean {
  return JSON.stringify(text) !== `"${text}"`;
}
