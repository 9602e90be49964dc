import type { Budget } from '../budget.ts';
import { convert } from '../values/convert.ts';
import type { Decimal } from '../values/decimal.ts';
import { failed, failedBy, unknown } from '../values/makeValue.ts';
import { isWhollyKnown } from '../values/partsOfValue.ts';
import { renderString } from '../values/renderValue.ts';
import { BOOL, NUMBER, STRING } from '../values/types.ts';
import type { ListValue, ObjectValue, Provenance, Value } from '../values/value.ts';
import { SIZE_LIMIT, TOO_LARGE } from '../values/valueExtent.ts';

/** Ends a function early with its value; caught where functions are called. */
export class Halt {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** The arguments of one call, read as the function's parameters require. A read that cannot succeed ends the call. */
export class Arguments {
  readonly values: readonly Value[];
  readonly at: Provenance;

  readonly #budget: Budget;

  constructor(values: readonly Value[], at: Provenance, budget: Budget) {
    this.values = values;
    this.at = at;
    this.#budget = budget;
  }

  get count(): number {
    return this.values.length;
  }

  /** Charges for parts or pairs to examine in addition to the arguments; ends the call when there are too many. */
  spend(parts: number): void {
    if (!this.#budget.spend(parts)) this.unknown(TOO_LARGE);
  }

  /** Ends the call when its result would be too large. */
  limit(size: number): void {
    if (size <= SIZE_LIMIT) return;
    this.#budget.cut();
    this.unknown(TOO_LARGE);
  }

  /** An unconverted argument; a failure when it is missing. */
  value(index: number): Value {
    return this.values[index] ?? this.fail('an argument is missing');
  }

  /** Ends the call with a failure. */
  fail(reason: string): never {
    throw new Halt(failed(reason, this.at));
  }

  /** Ends the call with an unknown value. */
  unknown(because: string): never {
    throw new Halt(unknown(because, this.at));
  }

  text(index: number): string {
    return this.textOf(this.value(index));
  }

  textOf(value: Value): string {
    const text = convert(value, STRING);
    if (text.kind === 'string') return text.value;
    if (text.kind === 'encoded') return renderString(text.encoded) ?? this.unknown('a part of its text is not known');
    return this.halt(text);
  }

  decimal(index: number): Decimal {
    const number = convert(this.value(index), NUMBER);
    return number.kind === 'number' ? number : this.halt(number);
  }

  /** A number that a double represents exactly as written. */
  number(index: number): number {
    const { value, digits } = this.decimal(index);
    return digits === undefined ? value : this.unknown('a number has more digits than are followed');
  }

  integer(index: number): number {
    const number = this.number(index);
    return Number.isInteger(number) ? number : this.fail('a whole number is required');
  }

  boolean(index: number): boolean {
    const boolean = convert(this.value(index), BOOL);
    return boolean.kind === 'boolean' ? boolean.value : this.halt(boolean);
  }

  /** A list, set or tuple. */
  list(index: number): ListValue {
    return this.listOf(this.value(index));
  }

  listOf(value: Value): ListValue {
    if (value.kind === 'list') return value;
    return value.kind === 'unknown' || value.kind === 'alternatives'
      ? this.halt(value)
      : this.fail('a list is required');
  }

  /** A list whose length is known. */
  closedList(index: number): ListValue {
    const list = this.list(index);
    return list.open ? this.unknown('the length of the list is not known') : list;
  }

  /** A list without unknown parts. */
  knownList(index: number): ListValue {
    const list = this.list(index);
    return isWhollyKnown(list) ? list : this.unknown('a part of the list is not known');
  }

  object(index: number): ObjectValue {
    const value = this.value(index);
    if (value.kind === 'object') return value;
    return value.kind === 'unknown' || value.kind === 'alternatives'
      ? this.halt(value)
      : this.fail('a map is required');
  }

  /** An object whose keys are all known. */
  closedObject(index: number): ObjectValue {
    const object = this.object(index);
    return object.open ? this.unknown('the keys of the object are not known') : object;
  }

  /** Ends the call with the result of an unreadable argument. */
  halt(value: Value): never {
    if (value.kind === 'null') this.fail('an argument must not be null');
    if (value.kind === 'unknown' && value.failure !== undefined) throw new Halt(failedBy(value, this.at));
    this.unknown(value.kind === 'unknown' ? value.because : 'an argument is not known');
  }
}
