import { doubtfulOptions, tellingOptions } from '../../evaluate/tellingOptions.ts';
import { BOOL, collectionOf, NUMBER, STRING } from '../../evaluate/values/types.ts';
import type { Type, Value } from '../../evaluate/values/value.ts';
import type { ArgumentType } from '../../facts/provider/resourceSchema.ts';
import { asBranch } from '../documents/variants.ts';

const TYPES: Readonly<Record<Exclude<ArgumentType, 'expression'>, Type>> = {
  string: STRING,
  boolean: BOOL,
  number: NUMBER,
  'string-list': collectionOf('list', STRING),
  'string-set': collectionOf('set', STRING),
  'string-map': collectionOf('map', STRING),
};

/** The type that an argument is converted to; null for an argument without a value. */
export function typeOfArgument(type: ArgumentType): Type | null {
  return type === 'expression' ? null : TYPES[type];
}

/**
 * The values to judge one by one: those of each branch of an unknown condition. A null branch omits the argument, and an
 * empty text is written where a block is not made anyway, so neither counts.
 */
export function judgedValues(value: Value): readonly Value[] {
  if (value.kind !== 'alternatives') return [value];
  return tellingOptions(value)
    .map((option) => asBranch(option, value))
    .filter((option) => option.kind !== 'null' && !(option.kind === 'string' && option.value === ''));
}

/**
 * The findings in each value that can be judged alone, and in the options of an unknown key when every option has
 * findings.
 */
export function* judgeEach<Found>(value: Value, judge: (option: Value) => Iterable<Found>): Iterable<Found> {
  const found = judgedValues(value).flatMap((option) => [...judge(option)]);
  yield* found;
  if (value.kind === 'partial-string' && found.length > 0) return;
  for (const options of keyedOptions(value)) {
    const doubtful = options.map((option) => (option.kind === 'null' ? [] : [...judge(option)]));
    if (doubtful.every((findings) => findings.length > 0)) yield* doubtful.flat();
  }
}

/** For each unknown key, the values that it chooses from and that tell something only together. */
function keyedOptions(value: Value): readonly (readonly Value[])[] {
  if (value.kind === 'partial-string') return value.chosen ?? [];
  return value.kind === 'alternatives' ? [doubtfulOptions(value)] : [];
}
