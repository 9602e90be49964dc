import { readTree } from '../syntax/reader/read.ts';
import { moveExpression, shiftExpression } from '../syntax/tree/shift.ts';
import type { Expression, Range } from '../syntax/tree/tree.ts';

const HEAD = 'x = ';

/** HCL text, read as an expression at an offset; an invalid expression if it is not one. */
export function readAt(text: string, offset: number): Expression {
  const written = read(text);
  if (written === null) return { kind: 'InvalidExpression', start: offset, end: offset + text.length };
  return shiftExpression(written, offset - HEAD.length);
}

/** The single expression that a JSON string with escapes spells: `"${jsonencode({ \"rules\" = … })}"`. */
export function readEscapedTemplate(raw: string, value: string, range: Range): Expression {
  const written = read(`"${value}"`);
  const parts = written?.kind === 'Template' ? written.parts : [];
  if (written === null || parts.length !== 1 || parts[0]?.kind !== 'TemplateInterpolation') {
    return { kind: 'InvalidExpression', ...range };
  }
  return moveExpression(written, offsetsIn(raw, range.start, 0));
}

/** The expression that a JSON string with escapes is: `"aws_ecr_repository.team[\"api\"]"`. */
export function readEscapedExpression(raw: string, value: string, range: Range): Expression {
  const written = read(value);
  return written === null
    ? { kind: 'InvalidExpression', ...range }
    : moveExpression(written, offsetsIn(raw, range.start, 1));
}

function read(text: string): Expression | null {
  const { body, errors } = readTree(`${HEAD}${text}\n`);
  const [item] = body.items;
  return errors.length > 0 || item?.kind !== 'Attribute' ? null : item.value;
}

/** Maps an offset in the text that was read to the file, by letters of the JSON string; its quotes count as letters. */
function offsetsIn(raw: string, start: number, first: number): (offset: number) => number {
  const starts = [...raw.matchAll(/\\u[0-9a-f]{4}|\\.|[^\\]/gis)].map(({ index }) => index);
  return (offset) => start + (starts[offset - HEAD.length + first] ?? raw.length);
}
