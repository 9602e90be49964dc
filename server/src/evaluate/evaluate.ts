import type { PieceInFile } from '../syntax/tree/place.ts';
import { placeOf } from '../syntax/tree/place.ts';
import type { Expression } from '../syntax/tree/tree.ts';
import type { Bindings } from './bindings.ts';
import { bind, NO_INSTANCE } from './bindings.ts';
import { Budget } from './budget.ts';
import { EvaluationFrame } from './evaluationFrame.ts';
import type { LocatedExpression, Scope } from './scope.ts';
import { SharedNames } from './sharedNames.ts';
import { computedBoolean } from './values/makeValue.ts';
import type { ScopeId, UnknownValue, Value } from './values/value.ts';

/** Deeper chains of references and nesting than this are unknown; real code stays far below. */
const DEPTH_LIMIT = 200;

/** How an evaluator treats what callers decide. */
export interface EvaluationOptions {
  /** Uses a variable's default, or its value from a variables file, when no caller is known. */
  readonly assumeDefaults?: boolean;
  /** Receives the names of variables whose default was used; a new set when not given. */
  readonly assumptions?: Set<string>;
  /** The values of `each.key` and `each.value`. */
  readonly each?: { readonly key: Value; readonly value: Value };
  /** The value of `count.index`. */
  readonly count?: Value;
  /** The rest of the budget of the question that led here. */
  readonly budget?: Budget;
}

/** The evaluations that unknown values refer to; one lives as long as something holds its id. */
const evaluators = new WeakMap<ScopeId, Evaluator>();

/** The evaluator for the module of an unknown reference; null for any other value. */
export function evaluatorOf({ scopeId }: UnknownValue): Evaluator | null {
  return (scopeId && evaluators.get(scopeId)) ?? null;
}

/**
 * Evaluates expressions of one module as Terraform does, without running anything. What cannot be known is an unknown
 * value with a reason. Limited in steps and depth. Caches locals, so create a new one for each version.
 */
export class Evaluator {
  readonly scope: Scope;
  readonly assumeDefaults: boolean;
  readonly budget: Budget;
  /** Names of variables whose default was used although a caller may set another value. */
  readonly assumptions: Set<string>;
  readonly #bindings: Bindings | null;
  readonly #names: SharedNames;
  readonly #inProgress = new Set<string>();
  #usedInstance = false;
  #scopeId: ScopeId | null = null;

  constructor(
    scope: Scope,
    { assumeDefaults = false, assumptions, each, count, budget = new Budget(scope.meter) }: EvaluationOptions = {},
  ) {
    this.scope = scope;
    this.assumeDefaults = assumeDefaults;
    this.budget = budget;
    this.assumptions = assumptions ?? new Set();
    this.#bindings = instanceBindings(each, count);
    this.#names = new SharedNames(this, DEPTH_LIMIT);
  }

  /** True once an expression has used `each` or `count`. */
  get usedInstance(): boolean {
    return this.#usedInstance;
  }

  /** Notes that an expression uses `each` or `count`. */
  useInstance(): void {
    this.#usedInstance = true;
    this.budget.tie();
  }

  /** Notes that the default of a variable was used. */
  assume(variable: string): void {
    this.assumptions.add(variable);
    this.#names.assume(variable);
  }

  /** The value of an expression at the top of a block. Never throws. */
  evaluate({ source, expression }: LocatedExpression, bindings = this.#bindings): Value {
    return new EvaluationFrame(this, source, bindings).evaluate(expression);
  }

  /** What unknown values of this evaluation carry so that they can be read further. */
  get scopeId(): ScopeId {
    this.budget.tie();
    if (this.#scopeId === null) {
      this.#scopeId = { kind: 'scope' };
      evaluators.set(this.#scopeId, this);
    }
    return this.#scopeId;
  }

  /** The bindings that blocks of this instance see. */
  get bindings(): Bindings | null {
    return this.#bindings;
  }

  /** Goes one level down; false at a limit. Each `enter` that returns true needs a `leave`. */
  enter(): boolean {
    if (!this.#names.enter()) return this.budget.cut();
    if (this.budget.step()) return true;
    this.#names.leave();
    return false;
  }

  leave(): void {
    this.#names.leave();
  }

  /**
   * The result of `compute` for a name of the module, computed once; null while it is being computed, which means a
   * cycle.
   */
  once(name: string, compute: () => Value): Value | null {
    return this.#names.known(name) ?? this.#find(name, () => this.#names.own(name, compute));
  }

  /**
   * The same for a value that does not depend on the questioner, so that other evaluations of the module may reuse it.
   * `compute` must ask the scope for everything that the value depends on.
   */
  shared(name: string, compute: () => Value): Value | null {
    const known = this.#names.known(name) ?? (this.#inProgress.has(name) ? undefined : this.#names.taken(name));
    return known ?? this.#find(name, () => this.#names.shared(name, compute));
  }

  #find(name: string, find: () => Value): Value | null {
    if (this.#inProgress.has(name)) {
      this.budget.tie();
      return null;
    }
    this.#inProgress.add(name);
    try {
      return find();
    } finally {
      this.#inProgress.delete(name);
    }
  }

  /** Evaluates an expression that only sees its module: of a default, an output, an attribute. */
  evaluateAlone(source: PieceInFile, expression: Expression): Value {
    return new EvaluationFrame(this, source, null).evaluate(expression);
  }

  /** The same for a local, in which `each` and `count` make Terraform fail. */
  evaluateLocal(source: PieceInFile, expression: Expression): Value {
    const at = { place: placeOf(source, expression), expression };
    const bindings = bind(null, NO_INSTANCE, computedBoolean(true, at));
    return new EvaluationFrame(this, source, bindings).evaluate(expression);
  }
}

function instanceBindings(each: EvaluationOptions['each'], count: Value | undefined): Bindings | null {
  let bindings: Bindings | null = null;
  if (each !== undefined) bindings = bind(bind(bindings, 'each.key', each.key), 'each.value', each.value);
  if (count !== undefined) bindings = bind(bindings, 'count.index', count);
  return bindings;
}
