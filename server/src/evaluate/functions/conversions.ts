import type { JsonDocument, JsonNode } from '../../embedded/jsonDocument.ts';
import { readJson } from '../../embedded/jsonDocument.ts';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import { convert, convertToCommonType } from '../values/convert.ts';
import { readDecimal } from '../values/decimal.ts';
import {
  alternatives,
  computedBoolean,
  computedList,
  computedMember,
  computedNull,
  computedNumber,
  computedObject,
  computedString,
  unknown,
} from '../values/makeValue.ts';
import { isSurelyFilled } from '../values/partialText.ts';
import { renderString } from '../values/renderValue.ts';
import { BOOL, collectionOf, DYNAMIC, NUMBER, STRING, typeOf } from '../values/types.ts';
import type { Provenance, Type, Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

/** Functions that change a value's type or spelling. */
export const CONVERSION_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  tostring: (given) => convertTo(given, STRING),
  tonumber: (given) => convertTo(given, NUMBER),
  tobool: (given) => convertTo(given, BOOL),
  tolist: (given) => convertTo(given, collectionOf('list', DYNAMIC)),
  toset: (given) => convertTo(given, collectionOf('set', DYNAMIC)),
  tomap: (given) => convertTo(given, collectionOf('map', DYNAMIC)),
  coalesce,
  jsondecode: (given) => decodeJson(given),
  sensitive: (given) => given.value(0),
  nonsensitive: (given) => given.value(0),
};

function convertTo(given: Arguments, type: Type): Value {
  const value = convert(given.value(0), type);
  return value.kind === 'unknown' && value.failure !== undefined ? given.fail(value.failure) : value;
}

/** The first argument that is neither null nor an empty string, all of them converted to one type. */
function coalesce(given: Arguments): Value {
  const present = given.values.filter((value) => value.kind !== 'null' || value.type !== undefined);
  const types = present.map(typeOf);
  // A bare null among lists and objects stops Terraform from converting any of them.
  const isFree = present.length < given.count && types.every((type) => type !== null) && !types.every(isPrimitive);
  const converted = isFree ? { values: present } : convertToCommonType(present);
  if (converted === null) given.fail('all arguments must have the same type');
  const commonType = 'type' in converted ? (converted.type ?? undefined) : undefined;
  const options: Value[] = [];
  for (const value of converted.values) {
    if (value.kind === 'null' || (value.kind === 'string' && value.value === '')) continue;
    options.push(value);
    if (isSurelyGiven(value)) return oneOf(options, given, commonType);
  }
  if (options.length > 0) return unknown('an argument is not known', given.at, commonType);
  return given.fail('no argument of coalesce() is given');
}

/** False for a value that may turn out to be null or an empty text. */
function isSurelyGiven(value: Value): boolean {
  if (value.kind === 'partial-string') return isSurelyFilled(value);
  return value.kind !== 'unknown' && value.kind !== 'alternatives';
}

/** The only argument that may be used; of texts each one, because a document is often the last of them. */
function oneOf(options: readonly Value[], given: Arguments, type: Type | undefined): Value {
  const [only] = options;
  if (only !== undefined && options.length === 1) return only;
  const last = options.at(-1);
  const isText = last?.kind === 'string' || last?.kind === 'encoded' || last?.kind === 'partial-string';
  return isText ? alternatives(options, given.at) : unknown('an argument is not known', given.at, type);
}

function isPrimitive(type: Type | null): boolean {
  return type?.kind === 'string' || type?.kind === 'number' || type?.kind === 'bool';
}

function decodeJson(given: Arguments): Value {
  const value = given.value(0);
  if (value.kind === 'encoded' && renderString(value.encoded) !== null) return value.encoded;
  if (value.kind !== 'string') {
    given.text(0);
    given.unknown('its text is not known');
  }
  const document = readJson(value.mapped);
  if (document.problems.length > 0) given.fail('the text is not valid JSON');
  if (document.root === null) given.unknown('its text is nested too deeply');
  return valueOfNode(document, document.root, given.at, given);
}

function valueOfNode(document: JsonDocument, node: JsonNode, at: Provenance, given: Arguments): Value {
  const here = { place: sourceOf(document.mapped, node.offset, node.offset + node.length), expression: at.expression };
  switch (node.type) {
    case 'string':
      return computedString(String(node.value), here);
    case 'number': {
      const text = document.mapped.text.slice(node.offset, node.offset + node.length);
      const number = readDecimal(text);
      return number === null
        ? given.unknown('a number has more digits than are followed')
        : computedNumber(number, here);
    }
    case 'boolean':
      return computedBoolean(node.value === true, here);
    case 'array':
      return computedList(
        'tuple',
        (node.children ?? []).map((child) => valueOfNode(document, child, at, given)),
        here,
      );
    case 'object':
      return computedObject(
        'object',
        (node.children ?? []).flatMap(({ children }) => {
          const [key, value] = children ?? [];
          if (key === undefined || value === undefined) return [];
          const keyPlace = sourceOf(document.mapped, key.offset, key.offset + key.length);
          return [
            computedMember(String(key.value).normalize('NFC'), valueOfNode(document, value, at, given), keyPlace),
          ];
        }),
        here,
      );
    default:
      return computedNull(here);
  }
}
