import { MappedTextBuilder } from '../syntax/mappedText.ts';
import type { PieceInFile } from '../syntax/place.ts';
import { placeOf } from '../syntax/place.ts';
import type { Expression, Template, TemplatePart } from '../syntax/tree.ts';
import type { Value } from './value.ts';

/**
 * The value of a quoted string or heredoc. `"${x}"` alone keeps the type of `x`; otherwise known scalars are printed
 * as Terraform prints them and an unknown part makes the whole unknown, with its known stretches kept in `mapped`.
 */
export function evaluateTemplate(
  source: PieceInFile,
  template: Template,
  evaluate: (part: Expression) => Value,
): Value {
  const place = placeOf(source, template);
  const [only] = template.parts;
  if (template.form === 'quoted' && template.parts.length === 1 && only?.kind === 'TemplateInterpolation') {
    return evaluate(only.expression);
  }
  const builder = new MappedTextBuilder();
  let known = template.close !== null;
  for (const part of template.parts) known = append(builder, source, part, evaluate) && known;
  const mapped = builder.build(template.form === 'heredoc' ? 'heredoc' : 'quoted', place);
  if (known) return { kind: 'string', value: mapped.text, mapped, place, expression: template };
  return { kind: 'partial-string', mapped, place, expression: template };
}

/** Adds one part; false when it is not known. */
function append(
  builder: MappedTextBuilder,
  source: PieceInFile,
  part: TemplatePart,
  evaluate: (part: Expression) => Value,
): boolean {
  const place = placeOf(source, part);
  if (part.kind === 'TemplateLiteral') {
    builder.literal(source, part);
    return true;
  }
  const value = part.kind === 'TemplateInterpolation' ? evaluate(part.expression) : null;
  if (value?.kind === 'string' || value?.kind === 'number' || value?.kind === 'boolean') {
    builder.computed(String(value.value), place);
    return true;
  }
  builder.hole(place);
  return false;
}
