import type { Expression } from '../../syntax/tree/tree.ts';

/** The text of a string without interpolations; null for anything else. */
export function literalText(expression: Expression | undefined): string | null {
  if (expression?.kind !== 'Template') return null;
  const [only, ...more] = expression.parts;
  if (only === undefined) return '';
  return more.length === 0 && only.kind === 'TemplateLiteral' ? only.value : null;
}
