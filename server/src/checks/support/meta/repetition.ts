import { judgedValues } from '../../../ecr/blocks/judgedValues.ts';
import { typeOfExpression } from '../../../ecr/references/typeOfExpression.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { convert } from '../../../evaluate/values/convert.ts';
import { NUMBER } from '../../../evaluate/values/types.ts';
import type { Type, Value } from '../../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import type { Finding } from '../../check.ts';

/** Mistakes in `count` and `for_each`. */
export function* repetitionFindings(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { block, source } = declaration;
  const count = attributeOf(block, 'count');
  const forEach = attributeOf(block, 'for_each');
  if (count !== undefined && forEach !== undefined) {
    const [first, later] = count.start < forEach.start ? [count, forEach] : [forEach, count];
    yield {
      place: placeOf(source, later.name),
      message:
        'A block takes count or for_each, not both; Terraform stops with "Invalid combination of "count" and "for_each"". Remove one of them.',
      related: [{ place: placeOf(source, first.name), message: 'The other one is here.' }],
      isOfValidate: true,
    };
    return;
  }
  if (forEach !== undefined) yield* forEachFindings(forEach, declaration, scope);
  if (count !== undefined) yield* countFindings(count, declaration, scope);
}

function* forEachFindings(
  { value: expression }: Attribute,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Iterable<Finding> {
  const { source } = declaration;
  const value = new Evaluator(scope).evaluate({ source, expression });
  const wrong = optionsOf(value)
    .map(wordForWrong)
    .find((word) => word !== null);
  const type = wrong ?? wrongType(typeOfExpression(expression, { scope, declaration: null, names: null }));
  if (type === null || type === undefined) return;
  const place = placeOf(source, expression);
  const isList = type === 'a list';
  yield {
    place,
    message: `for_each takes a map or a set of strings, but this is ${type}; Terraform stops with "Invalid for_each argument". ${isList ? 'Make it a set with toset(…).' : 'Give it a map or a set.'}`,
    ...(isList &&
      !source.uri.endsWith('.json') && {
        fixes: [
          {
            title: 'Make it a set with toset()',
            kind: 'choice',
            changes: [{ kind: 'replace-text', place, text: `toset(${textOf(place)})` }],
          },
        ],
      }),
    ...(wrong !== undefined && wrong !== null && { isOfValidate: true }),
  };
}

/** The values to judge one by one; a branch's null is one of them. */
function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'alternatives' && !value.byKey ? value.options : judgedValues(value);
}

/** Why `for_each` rejects a value, in words; null when it accepts it or may accept it. */
function wordForWrong(value: Value): string | null {
  switch (value.kind) {
    case 'list': {
      if (value.form !== 'set') return 'a list';
      const strange = value.items.find(({ kind }) => kind === 'number' || kind === 'boolean' || kind === 'object');
      return strange === undefined ? null : `a set of ${strange.kind === 'boolean' ? 'bool' : strange.kind}s`;
    }
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a bool';
    case 'string':
    case 'partial-string':
    case 'encoded':
      return 'a string';
    case 'null':
      return 'null';
    case 'unknown':
      return value.failure === undefined ? wrongType(value.type ?? null) : null;
    default:
      return null;
  }
}

function wrongType(type: Type | null): string | null {
  switch (type?.kind) {
    case 'list':
    case 'tuple':
      return 'a list';
    case 'string':
    case 'number':
    case 'bool':
      return `a ${type.kind}`;
    case 'set': {
      const { kind } = type.element;
      return kind === 'string' || kind === 'dynamic' ? null : `a set of ${kind}s`;
    }
    default:
      return null;
  }
}

function* countFindings(
  { value: expression }: Attribute,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Iterable<Finding> {
  const { source } = declaration;
  const value = new Evaluator(scope).evaluate({ source, expression });
  const flaw = optionsOf(value)
    .map(flawOfCount)
    .find((found) => found !== null);
  const type = typeOfExpression(expression, { scope, declaration: null, names: null });
  const told = flaw ?? (type === null ? null : flawOfType(type));
  if (told === null || told === undefined) return;
  yield {
    place: placeOf(source, expression),
    message: `count takes a whole number of 0 or more, but this is ${told}; Terraform stops with "Invalid count argument".${told === 'a bool' ? ' Write ? 1 : 0 after it.' : ''}`,
    isOfValidate: true,
  };
}

/** Why `count` rejects a value, in words; null when no mistake is known. */
function flawOfCount(value: Value): string | null {
  if (value.kind === 'null') return 'null';
  if (value.kind === 'boolean') return 'a bool';
  if (value.kind === 'list') return 'a list';
  if (value.kind === 'object') return 'an object';
  if (value.kind === 'unknown') return value.type === undefined ? null : flawOfType(value.type);
  const number = convert(value, NUMBER);
  if (number.kind === 'unknown' && number.failure !== undefined) return 'no number';
  if (number.kind !== 'number') return null;
  if (number.value < 0) return 'a negative number';
  return Number.isInteger(number.value) ? null : 'a fraction';
}

function flawOfType({ kind }: Type): string | null {
  if (kind === 'string' || kind === 'number' || kind === 'dynamic') return null;
  return kind === 'object' ? 'an object' : `a ${kind}`;
}
