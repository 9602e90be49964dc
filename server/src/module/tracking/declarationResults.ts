import type { BlockDeclaration } from '../declarations/declarations.ts';
import type { Module } from '../module.ts';
import { RecordingScope } from './recordingScope.ts';

interface Kept<Result> {
  readonly scope: RecordingScope;
  readonly overrideVersion: number;
  readonly result: Result;
}

/** The results for each block of a module, kept while nothing that was asked for them has changed. */
export class DeclarationResults<Result> {
  readonly #kept = new WeakMap<BlockDeclaration, Kept<Result>>();

  /** The result for a block; `conclude` computes it again and asks the scope for everything that it needs. */
  resultOf(module: Module, declaration: BlockDeclaration, conclude: (scope: RecordingScope) => Result): Result {
    const known = this.#kept.get(declaration);
    const { overrideVersion } = module;
    const isSame = known?.scope.module === module && known.overrideVersion === overrideVersion;
    if (isSame && known.scope.isCurrent()) return known.result;
    const scope = new RecordingScope(module);
    const result = conclude(scope);
    this.#kept.set(declaration, { scope, overrideVersion, result });
    return result;
  }
}
