import type { Budget, Cost } from './budget.ts';
import { minus, NO_COST, plus } from './budget.ts';
import type { NamedAnswer, NamedAnswers } from './namedAnswers.ts';
import type { Value } from './values/value.ts';

/** The evaluation that names are looked up for. */
interface Evaluation {
  readonly scope: { readonly answers: NamedAnswers | null };
  readonly budget: Budget;
  readonly assumeDefaults: boolean;
  /** Names of variables whose default was used. */
  readonly assumptions: Set<string>;
}

/** What is measured while an evaluation computes the value of a shared name. */
interface Measurement {
  readonly owner: SharedNames;
  readonly uses: Set<string>;
  readonly own: Map<string, Value>;
  readonly assumptions: Set<string>;
  /** The cost of the names in `uses`. */
  costOfUsed: Cost;
}

/** The innermost measurement of each question. */
const measurements = new WeakMap<Budget, Measurement>();

/**
 * The values of a module's names in one evaluation. An answer that does not depend on the questioner is taken from
 * other evaluations while it is current, and charged at its full cost.
 */
export class SharedNames {
  readonly #evaluation: Evaluation;
  readonly #answers: NamedAnswers | null;
  readonly #budget: Budget;
  /** Separates answers that are only valid for evaluations of this kind. */
  readonly #kind: string;
  readonly #depthLimit: number;
  readonly #values = new Map<string, Value>();
  /** The levels below names whose answer is the same for all evaluations of this kind. */
  readonly #depths = new Map<string, number>();
  #depth = 0;
  #deepest = 0;

  constructor(evaluation: Evaluation, depthLimit: number) {
    this.#evaluation = evaluation;
    this.#answers = evaluation.scope.answers;
    this.#budget = evaluation.budget;
    this.#kind = evaluation.assumeDefaults ? 'assumed ' : '';
    this.#depthLimit = depthLimit;
  }

  /** Goes one level down; false at the last one. Each `enter` that returns true needs a `leave`. */
  enter(): boolean {
    if (this.#depth >= this.#depthLimit) return false;
    this.#depth += 1;
    if (this.#depth > this.#deepest) this.#deepest = this.#depth;
    return true;
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Notes a variable whose default was used. */
  assume(variable: string): void {
    this.#measurement?.assumptions.add(variable);
  }

  /** The value of a name that this evaluation already has; undefined otherwise. */
  known(name: string): Value | undefined {
    const value = this.#values.get(name);
    const measurement = this.#measurement;
    if (value === undefined || measurement === undefined) return value;
    const isInside = measurement.owner === this && measurement.own.has(name);
    if (this.#answers !== null && !isInside && !this.#depths.has(name)) this.#budget.tie();
    if (!isInside) this.#use(name, NO_COST);
    return value;
  }

  /** Computes the value of a name for this evaluation alone. */
  own(name: string, compute: () => Value): Value {
    const value = compute();
    this.#values.set(name, value);
    const measurement = this.#measurement;
    if (measurement?.owner === this) measurement.own.set(name, value);
    return value;
  }

  /** The value that another evaluation found for a shared name, already charged; undefined when there is none. */
  taken(name: string): Value | undefined {
    if (this.#answers === null || this.#isForeign) return undefined;
    const found = new Map<string, NamedAnswer>();
    const answer = this.#collect(this.#answers, name, found);
    if (answer === null || this.#depth + answer.depth > this.#depthLimit) return undefined;
    let cost = NO_COST;
    for (const part of found.values()) cost = plus(cost, part.cost);
    if (!this.#budget.take(cost)) return undefined;
    for (const [part, partAnswer] of found) this.#adopt(this.#answers, part, partAnswer);
    this.#use(name, cost);
    return answer.value;
  }

  /** Computes the value of a shared name, for this evaluation and for those that may reuse it. */
  shared(name: string, compute: () => Value): Value {
    const value = this.#answers === null || this.#isForeign ? compute() : this.#measure(this.#answers, name, compute);
    this.#values.set(name, value);
    return value;
  }

  #adopt(answers: NamedAnswers, name: string, { value, depth, own, assumptions }: NamedAnswer): void {
    answers.rely(this.#kind + name);
    this.#values.set(name, value);
    this.#depths.set(name, depth);
    for (const [ownName, ownValue] of own) this.#values.set(ownName, ownValue);
    for (const variable of assumptions) this.#evaluation.assumptions.add(variable);
  }

  #measure(answers: NamedAnswers, name: string, compute: () => Value): Value {
    const outer = this.#measurement;
    const inner = { owner: this, uses: new Set<string>(), own: new Map(), assumptions: new Set<string>() };
    const measurement: Measurement = { ...inner, costOfUsed: NO_COST };
    const { cost: before, ties } = this.#budget;
    const deepestBefore = this.#deepest;
    this.#deepest = this.#depth;
    measurements.set(this.#budget, measurement);
    return answers.keep(this.#kind + name, compute, (value) => {
      if (outer === undefined) measurements.delete(this.#budget);
      else measurements.set(this.#budget, outer);
      const depth = this.#deepest - this.#depth;
      this.#deepest = Math.max(deepestBefore, this.#deepest);
      const isShared = this.#budget.ties === ties;
      if (isShared) this.#depths.set(name, depth);
      const whole = minus(this.#budget.cost, before);
      this.#use(name, whole);
      const { uses, own, assumptions, costOfUsed } = measurement;
      return isShared ? { value, cost: minus(whole, costOfUsed), depth, uses, own, assumptions } : null;
    });
  }

  /**
   * The answers for a name and for those names it uses that this evaluation does not have; null when one is missing, or
   * would differ here.
   */
  #collect(answers: NamedAnswers, name: string, found: Map<string, NamedAnswer>): NamedAnswer | null {
    const answer = answers.find(this.#kind + name);
    if (answer === null) return null;
    for (const ownName of answer.own.keys()) if (this.#values.has(ownName)) return null;
    found.set(name, answer);
    for (const used of answer.uses) {
      if (this.#depths.has(used) || found.has(used)) continue;
      if (this.#values.has(used) || this.#collect(answers, used, found) === null) return null;
    }
    return answer;
  }

  /** Counts a name and its cost as a part of the current measurement. */
  #use(name: string, cost: Cost): void {
    const measurement = this.#measurement;
    if (measurement?.owner !== this) return;
    measurement.uses.add(name);
    measurement.costOfUsed = plus(measurement.costOfUsed, cost);
    this.#deepest = Math.max(this.#deepest, this.#depth + (this.#depths.get(name) ?? 0));
  }

  get #measurement(): Measurement | undefined {
    return measurements.get(this.#budget);
  }

  /** True while another evaluation of the question measures, so that its name is charged. */
  get #isForeign(): boolean {
    const measurement = this.#measurement;
    return measurement !== undefined && measurement.owner !== this;
  }
}
