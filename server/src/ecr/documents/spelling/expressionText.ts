import type { Value } from '../../../evaluate/values/value.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import { indentationAt } from '../../../syntax/edit/lines.ts';
import type { JsonValue } from '../../../syntax/edit/term.ts';
import type { Expression, Range } from '../../../syntax/tree/tree.ts';
import { visit } from '../../../syntax/tree/walkTree.ts';

/** The text of a range, with the lines after the first indented relative to the line where it begins. */
export function dedentedText(text: string, { start, end }: Range): string {
  const indentation = indentationAt(text, start);
  const lines = text.slice(start, end).split(/\r?\n/);
  return lines.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n');
}

/** True when an expression contains a heredoc: its lines cannot be re-indented. */
export function hasHeredoc(expression: Expression): boolean {
  let found = false;
  visit(expression, (node) => {
    found ||= node.kind === 'Template' && node.form === 'heredoc';
  });
  return found;
}

/** The value of a literal; undefined for anything else. */
export function literalValue(expression: Expression): JsonValue | undefined {
  switch (expression.kind) {
    case 'NumberLiteral':
      return Number(expression.text);
    case 'BooleanLiteral':
      return expression.value;
    case 'NullLiteral':
      return null;
    default:
      return literalText(expression) ?? undefined;
  }
}

/** True when a value is certain to have one of the types. */
export function isOfType(value: Value, types: readonly string[]): boolean {
  switch (value.kind) {
    case 'number':
      return types.includes('number');
    case 'boolean':
      return types.includes('bool');
    case 'string':
    case 'partial-string':
    case 'encoded':
      return types.includes('string');
    case 'unknown':
      return value.type !== undefined && types.includes(value.type.kind);
    case 'alternatives':
      return value.options.every((option) => isOfType(option, types));
    default:
      return false;
  }
}
