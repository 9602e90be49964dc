import type { Meter } from '../../evaluate/meter.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { AttachedFile } from '../../module/sources/snapshotFile.ts';
import { fileName } from '../../module/sources/uri.ts';
import { meterOf } from '../../module/tracking/meterOf.ts';
import { PieceResults } from '../../module/tracking/pieceResults.ts';
import type { Steps } from '../../module/tracking/steps.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import type { DeclaredSymbol } from './symbols.ts';
import { policySymbols, shiftedBy, symbolOf } from './symbols.ts';

/** A symbol and the file that declares it. */
export interface WorkspaceSymbol extends Omit<DeclaredSymbol, 'children'> {
  readonly uri: string;
  /** The name of its container; empty for a block. */
  readonly container: string;
}

interface PieceSymbols {
  /** Offsets of the piece. */
  readonly symbols: readonly DeclaredSymbol[];
  readonly ofEcr: readonly DeclaredSymbol[];
}

/** The maximum number of results, because the user types on. */
const MOST_SYMBOLS = 200;

/** Finds symbols, and keeps those of each piece while nothing that they depend on has changed. */
export class SymbolIndex {
  readonly #workspace: Workspace;
  readonly #pieces = new PieceResults<PieceSymbols>();
  readonly #policies = new WeakMap<AttachedFile, readonly DeclaredSymbol[]>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The declarations of a module's file, in text order, with rules below the block that spells them. Offsets of the
   * file.
   */
  ofFile(module: Module, uri: string): readonly DeclaredSymbol[] {
    const meter = meterOf(module);
    return (module.file(uri)?.syntax.pieces ?? []).flatMap(({ piece, offset }) =>
      this.#ofPiece(module, piece, meter).symbols.map((symbol) => shiftedBy(offset, symbol)),
    );
  }

  /** Finds the symbols of a file piece by piece, so that other work can run in between. */
  *findFor(uri: string): Steps<void> {
    const module = this.#workspace.moduleOf(uri);
    if (module === undefined) return;
    const meter = meterOf(module);
    for (const { piece } of module.file(uri)?.syntax.pieces ?? []) {
      this.#ofPiece(module, piece, meter);
      yield;
    }
  }

  /** The same for the workspace. */
  *findAll(): Steps<void> {
    for (const module of this.#workspace.modules) {
      for (const uri of module.uris) {
        yield* this.findFor(uri);
        if (!this.#workspace.isOpen(uri)) module.forgetTrees(uri);
      }
    }
  }

  /** The rules of a policy in a separate file. Offsets of the file. */
  ofPolicy(file: AttachedFile): readonly DeclaredSymbol[] {
    const known = this.#policies.get(file) ?? policySymbols(file);
    this.#policies.set(file, known);
    return known;
  }

  /** The ECR blocks and rules of the workspace whose name contains the letters of a query in order. */
  matching(query: string): readonly WorkspaceSymbol[] {
    const found: WorkspaceSymbol[] = [];
    for (const one of this.#ofEcr()) {
      if (fits(one.name, query)) found.push(one);
      if (found.length === MOST_SYMBOLS) break;
    }
    return found;
  }

  *#ofEcr(): Iterable<WorkspaceSymbol> {
    for (const module of this.#workspace.modules) {
      const meter = meterOf(module);
      for (const { uri, syntax } of module.files) {
        for (const { piece, offset } of syntax.pieces) {
          for (const symbol of this.#ofPiece(module, piece, meter).ofEcr)
            yield* withRules(shiftedBy(offset, symbol), uri);
        }
        // Trees of files that nobody edits would fill the memory in a large workspace.
        if (!this.#workspace.isOpen(uri)) module.forgetTrees(uri);
      }
    }
    for (const uri of this.#workspace.attachedFiles) {
      const document = this.#workspace.documentAt(uri);
      const container = fileName(uri);
      if (document?.kind === 'policy')
        for (const rule of this.ofPolicy(document.file)) yield { ...rule, uri, container };
    }
  }

  #ofPiece(module: Module, piece: Piece, meter: Meter): PieceSymbols {
    return this.#pieces.resultOf(module, piece, meter, (scope) => {
      const declared = module.declarations(piece).blocks.map((declaration) => {
        const symbol = symbolOf(declaration, scope);
        return { symbol, isOfEcr: isOfEcr(declaration, symbol) };
      });
      const symbols = declared.map(({ symbol }) => symbol);
      return { symbols, ofEcr: declared.flatMap(({ symbol, isOfEcr: belongs }) => (belongs ? [symbol] : [])) };
    });
  }
}

function* withRules(symbol: DeclaredSymbol, uri: string): Iterable<WorkspaceSymbol> {
  yield { ...symbol, uri, container: '' };
  for (const child of symbol.children) yield { ...child, uri, container: symbol.name };
}

/** Its resources and data sources, imports of them, and module calls with a lifecycle policy. */
function isOfEcr({ type, labels }: BlockDeclaration, { name, children }: DeclaredSymbol): boolean {
  switch (type) {
    case 'resource':
    case 'data':
    case 'ephemeral':
      return /^(aws|awscc)_ecr(public)?_/.test(labels[0] ?? '');
    case 'import':
      return /\b(aws|awscc)_ecr(public)?_/.test(name);
    case 'module':
      return children.length > 0;
    default:
      return false;
  }
}

function fits(name: string, query: string): boolean {
  let at = 0;
  const letters = name.toLowerCase();
  for (const letter of query.toLowerCase().replaceAll(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
