import type { BinaryOperator } from '../syntax/tree/tree.ts';
import { convert } from './values/convert.ts';
import { calculate, compareDecimals, negated } from './values/decimal.ts';
import { areEqual } from './values/equality.ts';
import {
  computedBoolean,
  computedNumber,
  eachOption,
  failed,
  failedBy,
  unknown,
  unknownInput,
} from './values/makeValue.ts';
import { failureIn } from './values/partsOfValue.ts';
import { BOOL, NUMBER } from './values/types.ts';
import type { Provenance, Type, Value } from './values/value.ts';

/** `left operator right`. */
export function binary(operator: BinaryOperator, left: Value, right: Value, at: Provenance): Value {
  const failure = failureIn(left) ?? failureIn(right);
  if (failure !== undefined) return failedBy(failure, at, typeOfResult(operator));
  if (left.kind === 'alternatives' && right.kind !== 'alternatives') {
    return eachOption(left, (option) => binary(operator, option, right, at), at);
  }
  if (right.kind === 'alternatives' && left.kind !== 'alternatives') {
    return eachOption(right, (option) => binary(operator, left, option, at), at);
  }
  switch (operator) {
    case '==':
    case '!=': {
      const equal = areEqual(left, right);
      return equal === null
        ? unknown('it compares something unknown', at, BOOL)
        : computedBoolean(equal === (operator === '=='), at);
    }
    case '&&':
    case '||':
      return logical(operator, convert(left, BOOL), convert(right, BOOL), at);
    default:
      return numeric(operator, left, right, at);
  }
}

/** Comparisons and logical operators give a bool, the others a number. */
function typeOfResult(operator: BinaryOperator): Type {
  return '+-*/%'.includes(operator) ? NUMBER : BOOL;
}

/** `-operand` and `!operand`. */
export function unary(operator: '-' | '!', operand: Value, at: Provenance): Value {
  const value = convert(operand, operator === '-' ? NUMBER : BOOL);
  if (value.kind === 'alternatives') {
    return eachOption(value, (option) => unary(operator, option, at), at);
  }
  if (value.kind === 'number') {
    const number = negated(value);
    if (number === null) return unknown('it is a negative zero', at, NUMBER);
    return { kind: 'number', ...number, ...at, ...derivedFrom(operand) };
  }
  if (value.kind === 'boolean') return computedBoolean(!value.value, at);
  return notComputed([value], operator === '-' ? NUMBER : BOOL, at);
}

/** A negated literal can still be edited in place. */
function derivedFrom(operand: Value): { readonly derived?: true } {
  return operand.kind === 'number' && operand.derived !== true ? {} : { derived: true };
}

function logical(operator: '&&' | '||', left: Value, right: Value, at: Provenance): Value {
  const deciding = operator === '||';
  if ([left, right].some((side) => side.kind === 'null' || failureIn(side) !== undefined)) {
    return notComputed([left, right], BOOL, at);
  }
  for (const side of [left, right]) {
    if (side.kind === 'boolean' && side.value === deciding) return computedBoolean(deciding, at);
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') return computedBoolean(!deciding, at);
  return notComputed([left, right], BOOL, at);
}

type NumericOperator = Exclude<BinaryOperator, '==' | '!=' | '&&' | '||'>;

function numeric(operator: NumericOperator, left: Value, right: Value, at: Provenance): Value {
  const type = typeOfResult(operator);
  const [one, other] = [convert(left, NUMBER), convert(right, NUMBER)];
  if (one.kind !== 'number' || other.kind !== 'number') return notComputed([one, other], type, at);
  switch (operator) {
    case '<':
      return computedBoolean(compareDecimals(one, other) < 0, at);
    case '<=':
      return computedBoolean(compareDecimals(one, other) <= 0, at);
    case '>':
      return computedBoolean(compareDecimals(one, other) > 0, at);
    case '>=':
      return computedBoolean(compareDecimals(one, other) >= 0, at);
    default: {
      if (other.value === 0 && operator === '/') {
        return one.value === 0
          ? failed('zero cannot be divided by zero', at, type)
          : { ...unknownInput('it is infinite', at, type), infinite: true };
      }
      if (other.value === 0 && operator === '%') return computedNumber(one, at);
      const result = calculate(operator, one, other);
      return result === null ? unknown('its result is not followed', at, NUMBER) : computedNumber(result, at);
    }
  }
}

function notComputed(operands: readonly Value[], type: Type, at: Provenance): Value {
  const failure = operands.map(failureIn).find((found) => found !== undefined);
  if (failure !== undefined) return failedBy(failure, at, type);
  if (operands.some(({ kind }) => kind === 'null')) return failed('an operand is null', at, type);
  return unknown('it is computed from something unknown', at, type);
}
