import type { FunctionCall } from '../../syntax/tree/tree.ts';
import type { EvaluationFrame } from '../evaluationFrame.ts';
import {
  ALTERNATIVES_LIMIT,
  alternatives,
  computedBoolean,
  encodedValue,
  failed,
  failedBy,
  unknown,
} from '../values/makeValue.ts';
import { failureIn, isWhollyKnown, unknownsIn } from '../values/partsOfValue.ts';
import { BOOL, equalTypes, typeOf } from '../values/types.ts';
import type { Value } from '../values/value.ts';
import { extentOf, extentOfItems, SIZE_LIMIT, TOO_LARGE } from '../values/valueExtent.ts';
import { oneOfTexts } from '../writtenTexts.ts';
import { Arguments, Halt } from './arguments.ts';
import { encodable } from './encodable.ts';
import { FILE_FUNCTION_NAMES, fileFunction } from './fileFunctions.ts';
import { PURE_FUNCTIONS } from './functions.ts';
import { resultType, withResultType } from './resultTypes.ts';

/** The value of a call; an unsupported function gives an unknown value. */
export function callFunction(frame: EvaluationFrame, call: FunctionCall): Value {
  const name = call.name.text.replace(/^core::/, '');
  const at = frame.at(call);
  const lazy = LAZY_FUNCTIONS.get(name);
  if (lazy !== undefined) return lazy(frame, call);
  const values = argumentsOf(frame, call);
  if ('kind' in values) return values;
  const { size } = extentOfItems(values);
  const { budget } = frame.evaluator;
  if (!budget.spend(size) || (size > SIZE_LIMIT && !budget.cut())) return unknown(TOO_LARGE, at);
  const failure = values.map(failureIn).find((found) => found !== undefined);
  // An encoded value keeps a failed part in place, so that the rest can still be checked.
  if (name === ENCODER) return encode(values, call, frame);
  const implementation = PURE_FUNCTIONS.get(name) ?? fileFunction(frame, name);
  if (implementation === undefined) return unknown(`${name}() is not followed`, at, resultType(name, values));
  if (failure !== undefined && !KEEPS_PARTS.has(name)) return failedBy(failure, at);
  const called = (chosen: readonly Value[]) =>
    withResultType(run(implementation, new Arguments(chosen, at, budget)), name, chosen);
  const result = eachAlternative(frame, values, called, at);
  return budget.spend(extentOf(result).size) ? result : unknown(TOO_LARGE, at);
}

/** The functions that look at their arguments before these are evaluated. */
const LAZY_FUNCTIONS: ReadonlyMap<string, (frame: EvaluationFrame, call: FunctionCall) => Value> = new Map([
  ['try', tryEach],
  ['can', can],
]);

const ENCODER = 'jsonencode';

/** The names of all functions that are followed; any other gives an unknown value. */
export const FOLLOWED_FUNCTIONS: readonly string[] = [
  ...PURE_FUNCTIONS.keys(),
  ...FILE_FUNCTION_NAMES,
  ...LAZY_FUNCTIONS.keys(),
  ENCODER,
];

/** Functions that pass on parts unchanged, including failed ones. */
const KEEPS_PARTS = new Set(['merge', 'concat', 'flatten', 'tolist', 'values']);

/** A function of the language: reads its arguments, or ends early with a `Halt`. */
export type Implementation = (given: Arguments) => Value;

function run(implementation: Implementation, given: Arguments): Value {
  try {
    return implementation(given);
  } catch (halt) {
    if (halt instanceof Halt) return halt.value;
    throw halt;
  }
}

function encode(values: readonly Value[], call: FunctionCall, frame: EvaluationFrame): Value {
  const [encoded] = values;
  const at = frame.at(call);
  if (encoded === undefined || values.length > 1) return failed('jsonencode() takes one argument', at);
  return encodedValue(encodable(encoded), at);
}

/** The arguments, the last one expanded after `...`; a value when that is impossible. */
function argumentsOf(frame: EvaluationFrame, call: FunctionCall): readonly Value[] | Value {
  const values = call.arguments.map((argument) => frame.evaluate(argument));
  if (call.expansion === null) return values;
  const last = values.pop();
  const at = frame.at(call);
  if (last?.kind === 'list') {
    return last.open ? unknown('the number of its arguments is not known', at) : [...values, ...last.items];
  }
  return last?.kind === 'unknown' ? unknown(last.because, at) : failed('the expanded argument is not a list', at);
}

/** Calls once for each option of each argument with several options, while the other such arguments are unknown. */
function eachAlternative(
  frame: EvaluationFrame,
  values: readonly Value[],
  call: (chosen: readonly Value[]) => Value,
  at: ReturnType<EvaluationFrame['at']>,
): Value {
  const count = values.reduce((sum, value) => sum + (value.kind === 'alternatives' ? value.options.length : 0), 0);
  if (count === 0) return call(values);
  if (count > ALTERNATIVES_LIMIT) return unknown('it depends on too many conditions', at);
  if (!frame.spend(values, count)) return unknown(TOO_LARGE, at);
  const options = values.flatMap((value, index) =>
    value.kind === 'alternatives' ? value.options.map((option) => call(withOption(values, index, option))) : [],
  );
  const byKey = values.some((value) => value.kind === 'alternatives' && value.byKey);
  return alternatives(options, at, byKey);
}

function withOption(values: readonly Value[], index: number, option: Value): readonly Value[] {
  return values.map((value, position) => {
    if (position === index) return option;
    return value.kind === 'alternatives' ? unknown('it is one of several', value) : value;
  });
}

function tryEach(frame: EvaluationFrame, call: FunctionCall): Value {
  for (const argument of call.arguments) {
    const value = frame.evaluate(argument);
    frame.spend([value]);
    if (failureIn(value) !== undefined) continue;
    if (!mayFail(value)) return value;
    return undecidedTry(frame, call, call.arguments.indexOf(argument));
  }
  return failed('no argument of try() succeeds', frame.at(call));
}

/**
 * The result of `try` when the argument at an index may fail: the type is known when all arguments have the same, and
 * documents written out in it and the later arguments are all possible.
 */
function undecidedTry(frame: EvaluationFrame, call: FunctionCall, index: number): Value {
  const values = call.arguments.map((argument) => frame.evaluate(argument));
  const [first, ...others] = values.map(typeOf);
  const isOne = first !== undefined && others.every((type) => type && first && equalTypes(type, first));
  const type = isOne ? (first ?? undefined) : undefined;
  const because = 'it is not known whether an argument of try() fails';
  return oneOfTexts(values.slice(index), because, frame.at(call), type);
}

function can(frame: EvaluationFrame, call: FunctionCall): Value {
  const [argument] = call.arguments;
  const at = frame.at(call);
  if (argument === undefined) return failed('can() takes one argument', at);
  const value = frame.evaluate(argument);
  frame.spend([value]);
  if (failureIn(value) !== undefined) return computedBoolean(false, at);
  return mayFail(value)
    ? unknown('it is not known whether the argument of can() fails', at, BOOL)
    : computedBoolean(true, at);
}

/** True when a part is unknown and Terraform may reject it once it is known. */
function mayFail(value: Value): boolean {
  if (isWhollyKnown(value)) return false;
  return unknownsIn(value).some((part) => {
    if (part.kind === 'alternatives') return part.options.some((option) => failureIn(option) || mayFail(option));
    return part.kind === 'unknown' && part.infallible !== true;
  });
}
