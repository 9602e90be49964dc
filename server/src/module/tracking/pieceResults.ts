import type { Piece } from '../../syntax/tree/file.ts';
import type { Module } from '../module.ts';
import { RecordingScope } from './recordingScope.ts';

interface Kept<Result> {
  readonly scope: RecordingScope;
  readonly overrideVersion: number;
  readonly result: Result;
}

/** What was concluded from each piece of a file, kept while nothing that was asked for it has changed. */
export class PieceResults<Result> {
  readonly #kept = new WeakMap<Piece, Kept<Result>>();

  /** The result for a piece of a module; `conclude` makes it anew, asking all that it needs of the scope. */
  resultOf(module: Module, piece: Piece, conclude: (scope: RecordingScope) => Result): Result {
    const known = this.#kept.get(piece);
    const { overrideVersion } = module;
    if (known?.overrideVersion === overrideVersion && known.scope.isCurrent()) return known.result;
    const scope = new RecordingScope(module);
    const result = conclude(scope);
    this.#kept.set(piece, { scope, overrideVersion, result });
    return result;
  }
}
