import type { LocatedExpression } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { WrittenImage } from './writtenImage.ts';
import { imagesIn } from './writtenImage.ts';

/** Looks up what locals say, and the values of expressions, at the place of an image. */
export interface ImageReader {
  evaluate(located: LocatedExpression): Value;
  local(name: string): LocatedExpression | null;
}

/** Longer chains of locals are not followed. */
const DEPTH_LIMIT = 5;

/**
 * The images that an expression names. A repository's URL is unknown before apply, and so is what `format` or `join`
 * makes from it, so these calls are read by their arguments.
 */
export function imagesOfExpression(
  value: Value,
  written: LocatedExpression,
  reader: ImageReader,
): readonly WrittenImage[] {
  if (value.kind !== 'unknown') return imagesIn(value);
  const call = followed(written, reader);
  const parts = call === null ? null : partsOf(call.expression);
  if (call === null || parts === null) return [];
  const evaluate = (expression: Expression) => reader.evaluate({ source: call.source, expression });
  const tag = typeof parts.tag === 'string' ? parts.tag : textOf(evaluate(parts.tag));
  return tag === null ? [] : withTag(evaluate(parts.repository), tag);
}

/** A repository, which is given without a tag, and the separate tag. */
export function withTag(repository: Value, tag: string): readonly WrittenImage[] {
  if (repository.kind === 'unknown') {
    const { place, expression } = repository;
    const source = { uri: place.uri, piece: place.piece };
    return [{ text: `${HOLE}:${tag}`, beginning: { source, expression }, place }];
  }
  return imagesIn(repository).map((image) => ({ ...image, text: `${image.text}:${tag}` }));
}

/** The text of a known string; null for anything else. */
export function textOf(value: Value): string | null {
  return value.kind === 'string' ? value.value : null;
}

/** The expression behind references to locals. */
function followed(written: LocatedExpression, reader: ImageReader): LocatedExpression | null {
  let found: LocatedExpression | null = written;
  for (let depth = 0; depth < DEPTH_LIMIT && found !== null; depth += 1) {
    const { expression }: LocatedExpression = found;
    const isLocal: boolean =
      expression.kind === 'AttributeAccess' &&
      expression.object.kind === 'Variable' &&
      expression.object.name.text === 'local';
    if (!isLocal) return found;
    found = expression.kind === 'AttributeAccess' ? reader.local(expression.name.text) : null;
  }
  return null;
}

interface Parts {
  readonly repository: Expression;
  readonly tag: Expression | string;
}

/** The repository and the tag of `format("%s:%s", …)`, `format("%s:prod", …)` and `join(":", […])`; null for others. */
function partsOf(expression: Expression): Parts | null {
  if (expression.kind !== 'FunctionCall' || expression.expansion !== null) return null;
  const [first, second, third, ...more] = expression.arguments;
  const text = literalText(first);
  if (text === null || second === undefined || more.length > 0) return null;
  if (expression.name.text === 'join') {
    const [repository, tag, ...others] = second.kind === 'TupleExpression' ? second.items : [];
    const isPair = text === ':' && third === undefined && repository !== undefined && tag !== undefined;
    return isPair && others.length === 0 ? { repository, tag } : null;
  }
  if (expression.name.text !== 'format') return null;
  if (third !== undefined) return /^%[sv]:%[sv]$/.test(text) ? { repository: second, tag: third } : null;
  const tag = /^%[sv]:([^%]+)$/.exec(text)?.[1];
  return tag === undefined ? null : { repository: second, tag };
}
