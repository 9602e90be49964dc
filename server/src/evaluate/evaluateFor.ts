import { placeOf } from '../syntax/tree/place.ts';
import type { Expression, ForExpression, Name } from '../syntax/tree/tree.ts';
import type { Bindings } from './bindings.ts';
import { bind } from './bindings.ts';
import type { EvaluationFrame } from './evaluationFrame.ts';
import { convert } from './values/convert.ts';
import {
  ALTERNATIVES_LIMIT,
  alternatives,
  computedCount,
  computedList,
  computedMember,
  computedObject,
  computedString,
  eachOption,
  failed,
  failedBy,
  unknown,
  unknownInput,
  withFurther,
} from './values/makeValue.ts';
import { failureIn } from './values/partsOfValue.ts';
import { sortedMembers } from './values/sortedMembers.ts';
import { BOOL, NUMBER, STRING } from './values/types.ts';
import type { ListValue, ObjectMember, ObjectValue, Provenance, UnknownValue, Value } from './values/value.ts';
import { TOO_LARGE } from './values/valueExtent.ts';

/** A collection, ready to be iterated over. */
interface Iteration {
  readonly entries: readonly Entry[];
  readonly open: boolean;
  /** What is known about possible further entries of an open collection. */
  readonly further: readonly Entry[];
}

interface Entry {
  readonly key: Value;
  readonly value: Value;
}

/** `[for …]` and `{for …}`. */
export function evaluateFor(frame: EvaluationFrame, expression: ForExpression): Value {
  const at = frame.at(expression);
  const collection = frame.evaluate(expression.collection);
  if (!frame.spend([collection])) return unknown(TOO_LARGE, at);
  return forOver(frame, expression, collection, at);
}

function forOver(frame: EvaluationFrame, expression: ForExpression, collection: Value, at: Provenance): Value {
  if (collection.kind === 'alternatives') {
    return eachOption(collection, (option) => forOver(frame, expression, option, at), at);
  }
  const failure = failureIn(collection);
  if (failure !== undefined) return failedBy(failure, at);
  const iteration = iterate(collection, at);
  if ('kind' in iteration) return iteration;
  return expression.form === 'tuple'
    ? tuple(frame, expression, iteration, at)
    : object(frame, expression, iteration, at);
}

/** The elements of a collection with their keys, in Terraform's order; an unknown value when the order is unknown. */
export function iterate(collection: Value, at: Provenance): Iteration | UnknownValue {
  switch (collection.kind) {
    case 'list': {
      const isSet = collection.form === 'set';
      const entries = collection.items.map((value, index) => ({
        key: isSet ? value : computedCount(index, value),
        value,
      }));
      return { entries, open: collection.open, further: furtherEntries(collection, isSet) };
    }
    case 'object':
      return {
        entries: sortedMembers(collection).map(entryOf),
        open: collection.open,
        further: furtherEntries(collection, false),
      };
    case 'null':
      return failed('a null value cannot be iterated over', at);
    case 'unknown':
      if (collection.failure !== undefined) return failedBy(collection, at);
      return entriesOfType(collection) ?? unknown(collection.because, at);
    case 'alternatives':
      return unknown('its collection is one of several', at);
    default:
      return failed('this value cannot be iterated over', at);
  }
}

/** What is known about the entries of a collection when only its type is known. */
function entriesOfType({ type, because, place, expression }: UnknownValue): Iteration | null {
  if (type === undefined || !('element' in type)) return null;
  const at = { place, expression };
  const value = unknownInput(because, at, type.element);
  const key = type.kind === 'set' ? value : unknownInput(because, at, type.kind === 'list' ? NUMBER : STRING);
  return { entries: [], open: true, further: [{ key, value }] };
}

function furtherEntries(collection: ListValue | ObjectValue, isSet: boolean): readonly Entry[] {
  const keyType = collection.kind === 'object' ? STRING : NUMBER;
  return (collection.further ?? []).map((value) => ({
    key: isSet ? value : unknown('it belongs to an element that may be there', value, keyType),
    value,
  }));
}

function entryOf({ key, keyPlace, value }: ObjectMember): Entry {
  return { key: computedString(key, { place: keyPlace, expression: value.expression }), value };
}

/** The names in one iteration of the loop. */
export function bindEntry(
  bindings: Bindings | null,
  key: Name | null,
  value: Name | null,
  entry: Entry,
): Bindings | null {
  const inner = key === null ? bindings : bind(bindings, key.text, entry.key);
  return value === null ? inner : bind(inner, value.text, entry.value);
}

/** Whether an iteration counts: null when its condition is unknown, a value when evaluating it fails. */
function isIncluded(frame: EvaluationFrame, condition: Expression | null): boolean | null | UnknownValue {
  if (condition === null) return true;
  const value = convert(frame.evaluate(condition), BOOL);
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'null') return failed("the value of the 'if' clause is null", value);
  return value.kind === 'unknown' && value.failure !== undefined ? value : null;
}

/** An item of the result; `isSure` unless an unknown condition may leave it out. */
interface TupleItem {
  readonly value: Value;
  readonly isSure: boolean;
}

/** The result of an entry that may exist; nothing for one that a condition excludes or that fails. */
function furtherValues(frame: EvaluationFrame, expression: ForExpression, entries: readonly Entry[]): readonly Value[] {
  return entries.flatMap((entry) => {
    const turn = frame.withBindings(bindEntry(frame.bindings, expression.keyName, expression.valueName, entry));
    const included = isIncluded(turn, expression.condition);
    return included === true || included === null ? [turn.evaluate(expression.value)] : [];
  });
}

function tuple(frame: EvaluationFrame, expression: ForExpression, iteration: Iteration, at: Provenance): Value {
  const { entries, open } = iteration;
  const items: TupleItem[] = [];
  for (const entry of entries) {
    const turn = frame.withBindings(bindEntry(frame.bindings, expression.keyName, expression.valueName, entry));
    const included = isIncluded(turn, expression.condition);
    if (typeof included === 'object' && included !== null) return included;
    if (included !== false) items.push({ value: turn.evaluate(expression.value), isSure: included === true });
  }
  return tupleOf(items, open, furtherValues(frame, expression, iteration.further), at);
}

/** The certain items alone, and with each of the others, which are never combined. */
function tupleOf(items: readonly TupleItem[], open: boolean, further: readonly Value[], at: Provenance): Value {
  const unsure = items.filter(({ isSure }) => !isSure);
  const withOne = (chosen: TupleItem | null, isOpen: boolean) => {
    const taken = items.filter((item) => item.isSure || item === chosen).map(({ value }) => value);
    return withFurther(computedList('tuple', taken, at, isOpen), further);
  };
  if (unsure.length === 0) return withOne(null, open);
  if (unsure.length >= ALTERNATIVES_LIMIT) return withOne(null, true);
  return alternatives([withOne(null, true), ...unsure.map((item) => withOne(item, true))], at);
}

function object(frame: EvaluationFrame, expression: ForExpression, iteration: Iteration, at: Provenance): Value {
  const { entries, open } = iteration;
  const groups = new Map<string, ObjectMember[]>();
  let mayHaveMore = open;
  for (const entry of entries) {
    const turn = frame.withBindings(bindEntry(frame.bindings, expression.keyName, expression.valueName, entry));
    const included = isIncluded(turn, expression.condition);
    if (typeof included === 'object' && included !== null) return included;
    if (included === false || expression.key === null) continue;
    const key = convert(turn.evaluate(expression.key), STRING);
    if (key.kind === 'null') return failed('the key expression gives null', at);
    if (key.kind === 'unknown' && key.failure !== undefined) return failedBy(key, at);
    if (included === null || key.kind !== 'string') {
      mayHaveMore = true;
      continue;
    }
    const member = computedMember(key.value, turn.evaluate(expression.value), placeOf(frame.source, expression.key));
    const group = groups.get(key.value);
    if (group === undefined) groups.set(key.value, [member]);
    else if (expression.grouping === null) return failed(`two elements have the key ${JSON.stringify(key.value)}`, at);
    else group.push(member);
  }
  const members = [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const value =
      expression.grouping === null
        ? first.value
        : computedList(
            'tuple',
            group.map((member) => member.value),
            first.value,
            mayHaveMore,
          );
    return [computedMember(key, value, first.keyPlace)];
  });
  const further = expression.grouping === null ? furtherValues(frame, expression, iteration.further) : [];
  return withFurther(computedObject('object', members, at, mayHaveMore), further);
}
