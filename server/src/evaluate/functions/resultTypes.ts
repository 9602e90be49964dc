import { convert } from '../values/convert.ts';
import { BOOL, collectionOf, elementTypeOf, NUMBER, STRING, typeOf } from '../values/types.ts';
import type { ListValue, ObjectValue, Type, Value } from '../values/value.ts';
import { collectionType } from './collectionTypes.ts';

/** The functions with a fixed result type, including unsupported ones. */
const FIXED: ReadonlyMap<Type, readonly string[]> = new Map([
  [
    STRING,
    (
      'abspath base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt chomp cidrhost ' +
      'cidrnetmask cidrsubnet dirname file filebase64 filebase64sha256 filebase64sha512 filemd5 filesha1 ' +
      'filesha256 filesha512 format formatdate indent join jsonencode lower md5 pathexpand plantimestamp replace ' +
      'rsadecrypt sha1 sha256 sha512 strrev substr templatestring textdecodebase64 textencodebase64 timeadd ' +
      'timestamp title tostring trim trimprefix trimspace trimsuffix upper urlencode uuid uuidv5 yamlencode'
    ).split(' '),
  ],
  [NUMBER, 'abs ceil floor index length log max min parseint pow signum sum timecmp tonumber'.split(' ')],
  [BOOL, 'alltrue anytrue can contains endswith fileexists issensitive startswith strcontains tobool'.split(' ')],
  [collectionOf('list', STRING), 'cidrsubnets compact formatlist sort split'.split(' ')],
  [collectionOf('set', STRING), ['fileset']],
  [collectionOf('map', collectionOf('list', STRING)), ['transpose']],
  [collectionOf('list', NUMBER), ['range']],
]);

const RESULT_TYPES: ReadonlyMap<string, Type> = new Map(
  [...FIXED].flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** The names of the functions whose results have one type, whatever their arguments. */
export const FUNCTIONS_WITH_RESULT_TYPE: readonly string[] = [...RESULT_TYPES.keys()];

/** The type of a function's result, when its name and the types of its arguments determine it. */
export function resultType(name: string, values: readonly Value[]): Type | undefined {
  const fixed = RESULT_TYPES.get(name);
  if (fixed !== undefined) return fixed;
  const [first, key] = values;
  const given = first === undefined ? undefined : (typeOf(first) ?? partlyKnownType(first));
  switch (name) {
    case 'sensitive':
    case 'nonsensitive':
      return given;
    case 'reverse':
    case 'slice':
      return given?.kind === 'list' ? given : undefined;
    case 'element':
    case 'one':
      return given?.kind === 'map' ? undefined : elementTypeOf(given);
    case 'lookup':
      return lookedUp(given, key);
    default:
      return collectionType(name, values);
  }
}

function lookedUp(type: Type | undefined, key: Value | undefined): Type | undefined {
  if (type?.kind === 'map') return type.element;
  return type?.kind === 'object' && key?.kind === 'string' ? type.attributes.get(key.value)?.type : undefined;
}

function partlyKnownType(value: Value): Type | undefined {
  return value.kind === 'unknown' ? value.type : undefined;
}

/** An unknown result with its future type, and an open collection with that of its elements. */
export function withResultType(result: Value, name: string, values: readonly Value[]): Value {
  if (result.kind === 'list' || result.kind === 'object') return withElementType(result, name, values);
  if (result.kind !== 'unknown' || result.failure !== undefined || result.type !== undefined) return result;
  const type = resultType(name, values);
  return type === undefined ? result : convert(result, type);
}

function withElementType(result: ListValue | ObjectValue, name: string, values: readonly Value[]): Value {
  if (!result.open || result.elementType !== undefined) return result;
  const type = resultType(name, values);
  if (result.kind === 'list' && type?.kind === 'list') return { ...result, form: 'list', elementType: type.element };
  if (result.kind === 'object' && type?.kind === 'map') return { ...result, form: 'map', elementType: type.element };
  return result;
}
