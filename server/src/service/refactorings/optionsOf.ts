import type { Expression } from '../../syntax/tree/tree.ts';

/** The expressions that an expression chooses from. */
export function optionsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'Parenthesized':
      return [expression.expression];
    case 'Conditional':
      return [expression.then, expression.otherwise];
    case 'FunctionCall':
      return ['try', 'coalesce'].includes(expression.name.text) ? expression.arguments : [];
    default:
      return [];
  }
}
