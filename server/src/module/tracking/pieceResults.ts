import { Meter } from '../../evaluate/meter.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import type { Module } from '../module.ts';
import { Recorder } from './recorder.ts';
import { RecordingScope } from './recordingScope.ts';

interface Kept<Result> {
  readonly scope: RecordingScope;
  readonly overrideVersion: number;
  readonly result: Result;
}

/**
 * The results for each piece of a file, kept while nothing that was asked for them has changed. A piece may spend half
 * of what earlier pieces left of the meter, whether their results were kept or are new.
 */
export class PieceResults<Result> {
  readonly #kept = new WeakMap<Piece, Kept<Result>>();

  /**
   * The result for a piece of a module; `conclude` computes it again and asks the scope for everything that it needs.
   */
  resultOf(module: Module, piece: Piece, meter: Meter, conclude: (scope: RecordingScope) => Result): Result {
    const allowance = Math.floor(meter.left / 2);
    const known = this.#kept.get(piece);
    const { overrideVersion } = module;
    if (known?.overrideVersion === overrideVersion && costsTheSame(known.scope.meter, allowance)) {
      if (known.scope.isCurrent()) {
        meter.spend(known.scope.meter.spent);
        return known.result;
      }
    }
    const scope = new RecordingScope(module, new Recorder(new Meter(allowance)));
    const result = conclude(scope);
    meter.spend(scope.meter.spent);
    this.#kept.set(piece, { scope, overrideVersion, result });
    return result;
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
