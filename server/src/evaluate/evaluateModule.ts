import type { Evaluator } from './evaluate.ts';
import { iterate } from './evaluateFor.ts';
import type { CalledModule } from './scope.ts';
import {
  computedCount,
  computedList,
  computedMember,
  computedObject,
  eachOption,
  unknown,
  unknownInput,
  withFurther,
} from './values/makeValue.ts';
import type { Provenance, Value } from './values/value.ts';

/** More outputs of instances than this are not read at once. */
const OUTPUT_LIMIT = 200;

/** The value of `module.NAME[KEY].OUTPUT`; `key` is null without one. */
export function outputOf(evaluator: Evaluator, name: string, output: string, key: Value | null, at: Provenance): Value {
  const instance = key?.kind === 'string' || key?.kind === 'number' ? JSON.stringify(key.value) : (key?.kind ?? '');
  const value = evaluator.once(`module.${name}[${instance}].${output}`, () => {
    const found = evaluator.scope.output(name, output, evaluator, key);
    return found ?? unknownInput(`it is an output of module.${name}`, at);
  });
  return value ?? unknown(`module.${name}.${output} refers to itself`, at);
}

/**
 * The value of `module.NAME` as a whole: an object of its outputs; a list or an object of them for a call with `count`
 * or `for_each`. The objects are open, so that an attribute which is not an output of the module is unknown: a check of
 * its own reports that.
 */
export function wholeModule(evaluator: Evaluator, name: string, at: Provenance): Value {
  const value = evaluator.once(`module.${name}`, () => {
    const called = evaluator.scope.calledModule(name, evaluator);
    return called === null
      ? unknownInput('it is known only after apply', at)
      : new Whole(evaluator, name, called, at).value();
  });
  return value ?? unknown(`module.${name} refers to itself`, at);
}

class Whole {
  readonly #evaluator: Evaluator;
  readonly #name: string;
  readonly #called: CalledModule;
  readonly #at: Provenance;

  constructor(evaluator: Evaluator, name: string, called: CalledModule, at: Provenance) {
    this.#evaluator = evaluator;
    this.#name = name;
    this.#called = called;
    this.#at = at;
  }

  value(): Value {
    const { repetition } = this.#called;
    if (repetition === null) return this.#instance(null);
    const { located, argument } = repetition;
    const given = this.#evaluator.evaluateAlone(located.source, located.expression);
    const make = (value: Value) => (argument === 'count' ? this.#counted(value) : this.#keyed(value));
    return given.kind === 'alternatives' ? eachOption(given, make, this.#at) : make(given);
  }

  #counted(count: Value): Value {
    const isKnown = count.kind === 'number' && Number.isInteger(count.value) && this.#mayRead(count.value);
    if (!isKnown) {
      const any = this.#instance(unknown('the number of instances is not known', this.#at));
      return withFurther(computedList('tuple', [], this.#at, true), [any]);
    }
    const keys = Array.from({ length: Math.max(0, count.value) }, (_, index) => computedCount(index, count));
    return computedList(
      'tuple',
      keys.map((key) => this.#instance(key)),
      this.#at,
    );
  }

  #keyed(collection: Value): Value {
    const iteration = iterate(collection, collection);
    const entries = 'kind' in iteration ? [] : iteration.entries;
    const members = entries.flatMap(({ key }) =>
      key.kind === 'string' && this.#mayRead(entries.length) ? [computedMember(key.value, this.#instance(key))] : [],
    );
    const isOpen = 'kind' in iteration || iteration.open || members.length < entries.length;
    const object = computedObject('object', members, this.#at, isOpen);
    return isOpen ? withFurther(object, [this.#instance(unknown('the keys are not known', this.#at))]) : object;
  }

  #mayRead(instances: number): boolean {
    return instances * this.#called.outputs.length <= OUTPUT_LIMIT;
  }

  #instance(key: Value | null): Value {
    const members = this.#called.outputs
      .slice(0, OUTPUT_LIMIT)
      .map((output) => computedMember(output, outputOf(this.#evaluator, this.#name, output, key, this.#at)));
    return computedObject('object', members, this.#at, true);
  }
}
