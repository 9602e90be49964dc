import type { Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';
import { LIST_FUNCTIONS } from './collections/lists.ts';
import { MAP_FUNCTIONS } from './collections/maps.ts';
import { SET_FUNCTIONS } from './collections/sets.ts';
import { CONVERSION_FUNCTIONS } from './conversions.ts';
import { DATE_FUNCTIONS } from './dates.ts';
import { ENCODING_FUNCTIONS } from './encodings.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { FORMAT_FUNCTIONS } from './texts/format.ts';
import { REGEX_FUNCTIONS } from './texts/regex.ts';
import { STRING_FUNCTIONS } from './texts/strings.ts';

/** The functions that depend only on their arguments, by name. */
export const PURE_FUNCTIONS: ReadonlyMap<string, (given: Arguments) => Value> = new Map(
  [
    CONVERSION_FUNCTIONS,
    DATE_FUNCTIONS,
    ENCODING_FUNCTIONS,
    FORMAT_FUNCTIONS,
    LIST_FUNCTIONS,
    MAP_FUNCTIONS,
    NUMBER_FUNCTIONS,
    REGEX_FUNCTIONS,
    SET_FUNCTIONS,
    STRING_FUNCTIONS,
  ].flatMap((functions) => Object.entries(functions)),
);
