import { convert } from '../values/convert.ts';
import { BOOL, collectionOf, elementTypeOf, NUMBER, STRING, typeOf } from '../values/types.ts';
import type { Type, Value } from '../values/value.ts';

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
  [collectionOf('list', STRING), 'compact formatlist sort split'.split(' ')],
  [collectionOf('list', NUMBER), ['range']],
]);

const RESULT_TYPES: ReadonlyMap<string, Type> = new Map(
  [...FIXED].flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** The type of a function's result, when its name and the types of its arguments determine it. */
export function resultType(name: string, values: readonly Value[]): Type | undefined {
  const fixed = RESULT_TYPES.get(name);
  if (fixed !== undefined) return fixed;
  const [first] = values;
  const given = first === undefined ? undefined : (typeOf(first) ?? partlyKnownType(first));
  switch (name) {
    case 'sensitive':
    case 'nonsensitive':
      return given;
    case 'reverse':
    case 'slice':
    case 'distinct':
      return given?.kind === 'list' ? given : undefined;
    case 'element':
    case 'one':
      return given?.kind === 'map' ? undefined : elementTypeOf(given);
    case 'lookup':
      return given?.kind === 'map' ? given.element : undefined;
    case 'values':
    case 'keys':
      return given?.kind === 'map' ? collectionOf('list', name === 'keys' ? STRING : given.element) : undefined;
    case 'setunion':
    case 'setsubtract':
    case 'setintersection':
      return values.every((value) => equalSets(value, given)) ? given : undefined;
    default:
      return undefined;
  }
}

function partlyKnownType(value: Value): Type | undefined {
  return value.kind === 'unknown' ? value.type : undefined;
}

function equalSets(value: Value, type: Type | undefined): boolean {
  return type?.kind === 'set' && type.element.kind === 'string' && elementTypeOf(typeOf(value) ?? undefined) === STRING;
}

/** An unknown result with its future type. */
export function withResultType(result: Value, name: string, values: readonly Value[]): Value {
  if (result.kind !== 'unknown' || result.failure !== undefined || result.type !== undefined) return result;
  const type = resultType(name, values);
  return type === undefined ? result : convert(result, type);
}
