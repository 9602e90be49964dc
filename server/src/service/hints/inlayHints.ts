import type { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../../module/module.ts';
import { meterOf } from '../../module/tracking/meterOf.ts';
import { PieceResults } from '../../module/tracking/pieceResults.ts';
import type { Steps } from '../../module/tracking/steps.ts';
import type { Workspace } from '../../module/workspace.ts';
import { visible } from '../../syntax/shown/printable.ts';
import type { Piece, SyntaxFile } from '../../syntax/tree/file.ts';
import { resolvePlace } from '../../syntax/tree/place.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import { statementsOfBlock } from './blockStatements.ts';
import type { HintKind, HintWords, Statement } from './statement.ts';

/** A few words that an editor shows inside a line and that are not part of the text. */
export interface InlayHint extends HintWords {
  /** Offset in the file, UTF-16; the hint is shown before it. */
  readonly offset: number;
  readonly kind: HintKind;
}

/** Finds hints, and keeps those of each piece while nothing that they depend on has changed. */
export class InlayHints {
  readonly #workspace: Workspace;
  readonly #results = new PieceResults<readonly Statement[]>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The hints of some kinds in a half-open range of a file, in text order. Only known facts are shown, and for a text
   * that several policies read only what is true for all of them.
   */
  within(uri: string, range: Range, kinds: ReadonlySet<HintKind>): readonly InlayHint[] {
    const file = this.#workspace.filesAt(uri)?.syntaxOf(uri);
    if (file === undefined || kinds.size === 0) return [];
    const spots = new Map<string, InlayHint | null>();
    for (const { kind, place, words } of this.#statementsAbout(uri)) {
      const resolved = place.uri === uri && kinds.has(kind) ? resolvePlace(file, place) : undefined;
      if (resolved === undefined || resolved.end < range.start || resolved.end > range.end) continue;
      const key = `${resolved.end} ${kind}`;
      const known = spots.get(key);
      const hint = words && { ...words, label: visible(words.label), kind, offset: resolved.end };
      spots.set(key, known === undefined ? hint : agreed(known, hint));
    }
    return [...spots.values()].filter((hint) => hint !== null).sort((one, other) => one.offset - other.offset);
  }

  /** Finds the hints for a file piece by piece, so that other work can run in between. */
  *findFor(uri: string): Steps<void> {
    yield* this.#workspace.learnCalls();
    for (const module of this.#modulesAbout(uri)) {
      const meter = meterOf(module);
      for (const { uri: file, syntax } of module.files) {
        for (const { piece } of syntax.pieces) {
          this.#statementsOfPiece(module, piece, meter);
          yield;
        }
        if (!this.#workspace.isOpen(file)) module.forgetTrees(file);
      }
    }
  }

  #modulesAbout(uri: string): readonly Module[] {
    const module = this.#workspace.moduleOf(uri);
    return module?.file(uri) === undefined ? this.#workspace.modules : [module];
  }

  /** The statements for a file: from its module, or from all that read it. */
  #statementsAbout(uri: string): readonly Statement[] {
    return this.#modulesAbout(uri).flatMap((module) => this.#statementsOf(module));
  }

  #statementsOf(module: Module): readonly Statement[] {
    const meter = meterOf(module);
    return module.files.flatMap(({ uri, syntax }) => {
      const statements = this.#statementsOfFile(module, syntax, meter);
      // Trees of files that nobody edits would fill the memory in a large workspace.
      if (!this.#workspace.isOpen(uri)) module.forgetTrees(uri);
      return statements;
    });
  }

  #statementsOfFile(module: Module, { pieces }: SyntaxFile, meter: Meter): readonly Statement[] {
    return pieces.flatMap(({ piece }) => this.#statementsOfPiece(module, piece, meter));
  }

  #statementsOfPiece(module: Module, piece: Piece, meter: Meter): readonly Statement[] {
    return this.#results.resultOf(module, piece, meter, (scope) =>
      module.declarations(piece).blocks.flatMap((block) => statementsOfBlock(block, scope)),
    );
  }
}

/** What is true for both of two policies that read the same text, or null. */
function agreed(one: InlayHint | null, other: InlayHint | null): InlayHint | null {
  if (one === null || other === null || one.label !== other.label) return null;
  return one.tooltip === other.tooltip ? one : { ...one, tooltip: '' };
}
