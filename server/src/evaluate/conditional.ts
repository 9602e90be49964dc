import type { Expression } from '../syntax/tree/tree.ts';
import { hasNode } from '../syntax/tree/walkTree.ts';
import { convert, convertToCommonType } from './values/convert.ts';
import { alternatives, failed, failedBy, UNLISTED, unknown } from './values/makeValue.ts';
import { failureIn } from './values/partsOfValue.ts';
import { BOOL, typeOf } from './values/types.ts';
import type { Provenance, Value } from './values/value.ts';

/** The value of a conditional: the chosen branch, or both as alternatives, each converted to their common type. */
export function conditional(condition: Value, then: Value, otherwise: Value, at: Provenance): Value {
  const chosen = convert(condition, BOOL);
  const failure = failureIn(chosen);
  const branches = convertBranches(then, otherwise);
  const type = branches === null ? undefined : (typeOf(branches[0]) ?? undefined);
  if (failure !== undefined) return failedBy(failure, at, type);
  if (chosen.kind === 'null') return failed('the condition is null', at, type);
  if (branches === null) {
    const reason = 'the true and false result expressions must have consistent types';
    return { ...failed(reason, at), mistake: 'conditional-types' };
  }
  if (chosen.kind === 'boolean') return chosen.value ? branches[0] : branches[1];
  return alternatives(asksForFiles(at.expression) ? branches.map(withoutFailure) : branches, at);
}

/** True for a condition about the files of a folder, which rules out a branch that would fail without them. */
function asksForFiles(expression: Expression): boolean {
  if (expression.kind !== 'Conditional') return false;
  return hasNode(expression.condition, (node) => node.kind === 'FunctionCall' && node.name.text === 'fileset');
}

function withoutFailure(branch: Value): Value {
  return failureIn(branch) === undefined ? branch : unknown(UNLISTED, branch, typeOf(branch) ?? undefined);
}

function convertBranches(then: Value, otherwise: Value): readonly [Value, Value] | null {
  if (isFailure(then) || isFailure(otherwise)) return [then, otherwise];
  if (isBareNull(then) || isBareNull(otherwise)) return [likeOther(then, otherwise), likeOther(otherwise, then)];
  if (then.kind === 'alternatives' || otherwise.kind === 'alternatives') return convertNested(then, otherwise);
  const converted = convertToCommonType([then, otherwise]);
  if (converted === null) return null;
  const [one = then, other = otherwise] = converted.values;
  return [one, other];
}

/** A conditional inside a branch of another: its options share one type, so any of them determines it. */
function convertNested(then: Value, otherwise: Value): readonly [Value, Value] | null {
  const first = (value: Value) =>
    value.kind === 'alternatives' ? value.options.find((option) => option.kind !== 'null') : value;
  const [one, other] = [first(then), first(otherwise)];
  if (one === undefined || other === undefined) return [then, otherwise];
  const converted = convertToCommonType([one, other]);
  if (converted === null) return null;
  const { type } = converted;
  if (type === null) return [unknown('its type is not known', then), unknown('its type is not known', otherwise)];
  return [convert(then, type), convert(otherwise, type)];
}

function isBareNull(value: Value): boolean {
  return value.kind === 'null' && value.type === undefined;
}

/** A bare null takes the type of the other branch. */
function likeOther(value: Value, other: Value): Value {
  const type = isBareNull(value) ? typeOf(other) : null;
  return type === null ? value : convert(value, type);
}

function isFailure(value: Value): boolean {
  return value.kind === 'unknown' && value.failure !== undefined && value.type === undefined;
}
