import { Meter } from '../../evaluate/meter.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import type { Module } from '../module.ts';
import { Recorder } from './recorder.ts';
import { RecordingScope } from './recordingScope.ts';
import type { Steps } from './steps.ts';
import { finish } from './steps.ts';

/** A result that is kept. */
class Kept<Result> {
  readonly scope: RecordingScope;
  readonly result: Result;
  readonly #overrideVersion: number;
  /** The versions of the module and of everything around it when all answers were the same the last time. */
  #own = Number.NaN;
  #around = Number.NaN;

  constructor(scope: RecordingScope, overrideVersion: number, result: Result) {
    this.scope = scope;
    this.#overrideVersion = overrideVersion;
    this.result = result;
  }

  /** True while all questions would get the same answers; asks them once for each version. */
  isCurrent(module: Module): boolean {
    if (this.#overrideVersion !== module.overrideVersion) return false;
    if (this.#own === module.version && this.#around === module.environment.version) return true;
    if (!this.scope.isCurrent()) return false;
    // Asking may make the environment read something, which is a new version.
    this.#own = module.version;
    this.#around = module.environment.version;
    return true;
  }
}

/** A result in the making, which several questioners may bring to its end. */
class Work<Result> {
  readonly scope: RecordingScope;
  readonly overrideVersion: number;
  /** The version of everything around the module when the work began. */
  readonly version: number;
  readonly #steps: Steps<Result>;
  #isBusy = false;
  #end: { readonly result: Result } | { readonly error: unknown } | null = null;

  constructor(scope: RecordingScope, steps: Steps<Result>) {
    this.scope = scope;
    this.overrideVersion = scope.module.overrideVersion;
    this.version = scope.module.environment.version;
    this.#steps = steps;
  }

  /** True while the work is of use: nothing has changed around the module. */
  isFor(module: Module): boolean {
    const { environment, overrideVersion } = module;
    const isSame = this.version === environment.version && this.overrideVersion === overrideVersion;
    const hasFailed = this.#end !== null && 'error' in this.#end;
    return isSame && !hasFailed && !this.#isBusy && this.scope.module === module;
  }

  /** Does one step; the result after the last one, null before. */
  advance(): { readonly result: Result } | null {
    if (this.#end === null) this.#end = this.#step();
    if (this.#end !== null && 'error' in this.#end) throw this.#end.error;
    return this.#end;
  }

  #step(): { readonly result: Result } | { readonly error: unknown } | null {
    this.#isBusy = true;
    try {
      const step = this.#steps.next();
      return step.done === true ? { result: step.value } : null;
    } catch (error) {
      return { error };
    } finally {
      this.#isBusy = false;
    }
  }
}

/**
 * The results for each piece of a file, kept while nothing that was asked for them has changed. A piece may spend half
 * of what earlier pieces left of the meter, whether their results were kept or are new.
 */
export class PieceResults<Result> {
  readonly #kept = new WeakMap<Piece, Kept<Result>>();
  readonly #works = new WeakMap<Piece, Work<Result>>();
  #worked = 0;

  /** The steps that all results took so far; those that were kept took none again. */
  get worked(): number {
    return this.#worked;
  }

  /**
   * The result for a piece of a module; `conclude` computes it again and asks the scope for everything that it needs.
   */
  resultOf(module: Module, piece: Piece, meter: Meter, conclude: (scope: RecordingScope) => Result): Result {
    const inOneStep = function* (scope: RecordingScope): Steps<Result> {
      const result = conclude(scope);
      yield;
      return result;
    };
    return finish(this.stepsTo(module, piece, meter, inOneStep));
  }

  /** What is kept for a piece, when it is current: its cost is taken from the meter. */
  kept(module: Module, piece: Piece, meter: Meter): { readonly result: Result } | null {
    const known = this.#kept.get(piece);
    if (known === undefined) return null;
    const { meter: own } = known.scope;
    if (!costsTheSame(own, Math.floor(meter.left / 2)) || !known.isCurrent(module)) return null;
    meter.spend(own.spent);
    return known;
  }

  /** The same in the steps of `conclude`. Questioners that ask meanwhile do the remaining steps in turn. */
  *stepsTo(
    module: Module,
    piece: Piece,
    meter: Meter,
    conclude: (scope: RecordingScope) => Steps<Result>,
  ): Steps<Result> {
    const kept = this.kept(module, piece, meter);
    if (kept !== null) return kept.result;
    const allowance = Math.floor(meter.left / 2);
    const begun = this.#works.get(piece);
    if (begun?.isFor(module) === true) {
      const result = yield* this.#end(piece, begun);
      if (costsTheSame(begun.scope.meter, allowance)) {
        meter.spend(begun.scope.meter.spent);
        return result;
      }
    }
    const scope = new RecordingScope(module, new Recorder(new Meter(allowance)));
    const work = new Work(scope, conclude(scope));
    this.#works.set(piece, work);
    const result = yield* this.#end(piece, work);
    meter.spend(scope.meter.spent);
    return result;
  }

  /** Brings work to its end, together with others who wait for it. */
  *#end(piece: Piece, work: Work<Result>): Steps<Result> {
    let end = work.advance();
    while (end === null) {
      yield;
      end = work.advance();
    }
    if (this.#works.get(piece) === work) {
      this.#works.delete(piece);
      this.#worked += work.scope.meter.spent;
      this.#kept.set(piece, new Kept(work.scope, work.overrideVersion, end.result));
    }
    return end.result;
  }

  /** The steps that the last result of a piece took; none before there is one. */
  spentOn(piece: Piece): number {
    return this.#kept.get(piece)?.scope.meter.spent ?? 0;
  }

  /** True when something in the piece was left unknown because of its size, in its last result. */
  hasGivenUp(piece: Piece): boolean {
    return this.#kept.get(piece)?.scope.meter.hasGivenUp ?? false;
  }
}

/** True when the same questions would get the same answers with another allowance. */
function costsTheSame(meter: Meter, allowance: number): boolean {
  return meter.allowance === allowance || (!meter.isCut && meter.spent <= allowance);
}
