import type { BlockDeclaration } from '../declarations/declarations.ts';
import type { Module } from '../module.ts';
import { Memo } from './memo.ts';
import { RecordingScope } from './recordingScope.ts';

/** The results for each block of a module, kept while nothing that was read for them has changed. */
export class DeclarationResults<Result> {
  readonly #memos = new WeakMap<BlockDeclaration, Memo<Result, Module>>();

  /** The result for a block; `conclude` computes it again and asks the scope for everything that it needs. */
  resultOf(module: Module, declaration: BlockDeclaration, conclude: (scope: RecordingScope) => Result): Result {
    const known = this.#memos.get(declaration);
    const isOfModule = known?.module === module;
    const memo = isOfModule ? known : new Memo(module, () => conclude(new RecordingScope(module)));
    if (!isOfModule) this.#memos.set(declaration, memo);
    return memo.read();
  }
}
