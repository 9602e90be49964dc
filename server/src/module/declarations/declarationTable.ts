import type { Piece, SyntaxFile } from '../../syntax/tree/file.ts';
import type { FileVersion } from '../sources/fileVersion.ts';
import { isOverrideFile, namesReplacedBy } from '../sources/overrides.ts';
import { NamedInputs } from '../tracking/inputs.ts';
import { BlockLists } from './blockLists.ts';
import type { BlockDeclaration, Declarations, LocalDeclaration } from './declarations.ts';
import { declarationsOf } from './declarations.ts';
import { append, remove } from './lists.ts';

const NOTHING: Declarations = { blocks: [], locals: [] };

/** The names of inputs; those of blocks and locals follow a word. */
const BLOCK = 'block ';
const LOCAL = 'local ';
const OVERRIDES = 'overrides';
const LOCALS = 'locals';

/**
 * What the files of a module declare, updated piece by piece. Each question notes what its answer depends on: a name,
 * the blocks of some kinds, what override files replace.
 */
export class DeclarationTable {
  readonly #files: () => readonly FileVersion[];
  readonly #inputs: NamedInputs;
  readonly #ofPieces = new Map<Piece, Declarations>();
  readonly #blocks = new Map<string, BlockDeclaration[]>();
  readonly #locals = new Map<string, LocalDeclaration[]>();
  /** Blocks of override files. */
  readonly #overrides = new Map<string, BlockDeclaration[]>();
  #effectiveBlocks = new Map<BlockDeclaration, BlockDeclaration>();
  #overrideVersion = 0;
  readonly #lists: BlockLists;
  #allLocals: readonly LocalDeclaration[] | null = null;

  /** `files` returns the files in order; `settle` reads those that have changed into this table. */
  constructor(files: () => readonly FileVersion[], settle: () => void) {
    this.#files = files;
    this.#inputs = new NamedInputs(settle);
    this.#lists = new BlockLists(() => this.#readBlocks(), settle);
  }

  /** The declarations of a piece; empty for an unknown one. */
  ofPiece(piece: Piece): Declarations {
    const declarations = this.#ofPieces.get(piece) ?? NOTHING;
    if (this.#overrides.size === 0) return declarations;
    return { ...declarations, blocks: declarations.blocks.map((block) => this.#effective(block)) };
  }

  /** The blocks at an address, without those of override files. */
  blocksAt(address: string): readonly BlockDeclaration[] {
    this.#inputs.note(BLOCK, address);
    const blocks = this.#blocks.get(address) ?? [];
    return this.#overrides.size === 0 ? blocks : blocks.map((block) => this.#effective(block));
  }

  /** The blocks of override files at an address. */
  overridesAt(address: string): readonly BlockDeclaration[] {
    this.#inputs.note(OVERRIDES);
    return this.#overrides.get(address) ?? [];
  }

  /** Changes with every change of an override file. */
  get overrideVersion(): number {
    this.#inputs.note(OVERRIDES);
    return this.#overrideVersion;
  }

  /** Notes a change of what override files replace, or of whether that is known. */
  changeOverrides(): void {
    this.#overrideVersion += 1;
    this.#effectiveBlocks = new Map();
    this.#lists.forget();
    // Any block may be another one now.
    this.#inputs.changeAll();
  }

  /** All blocks file by file, without those of override files. */
  all(): readonly BlockDeclaration[] {
    return this.#lists.all();
  }

  /** Those of them that a function, always the same one, means by their types and labels. */
  which(isMeant: (block: BlockDeclaration) => boolean): readonly BlockDeclaration[] {
    return this.#lists.which(isMeant);
  }

  /** All locals file by file. */
  allLocals(): readonly LocalDeclaration[] {
    this.#inputs.note(LOCALS);
    this.#allLocals ??= this.#files().flatMap(({ syntax }) =>
      syntax.pieces.flatMap(({ piece }) => this.#ofPieces.get(piece)?.locals ?? []),
    );
    return this.#allLocals;
  }

  /** The declarations of a local; more than one is the author's mistake. */
  localsNamed(name: string): readonly LocalDeclaration[] {
    this.#inputs.note(LOCAL, name);
    return this.#locals.get(name) ?? [];
  }

  /** Replaces one version of a file by the next; undefined for a file that is not there. */
  replace(uri: string, previous: SyntaxFile | undefined, next: SyntaxFile | undefined): void {
    const { removed, added } = differenceOf(previous, next);
    const kept = new Set(added);
    const gone = removed.map((piece) => this.#ofPieces.get(piece) ?? NOTHING);
    for (const piece of removed) if (!kept.has(piece)) this.#remove(piece);
    for (const piece of added) if (!this.#ofPieces.has(piece)) this.#add(uri, piece);
    const made = added.map((piece) => this.#ofPieces.get(piece) ?? NOTHING);
    const [before, after] = [gone.flatMap(({ blocks }) => blocks), made.flatMap(({ blocks }) => blocks)];
    if (this.#overrides.size > 0 || isOverrideFile(uri)) this.#lists.forget();
    else this.#lists.replace(before, after);
    if (gone.every(({ locals }) => locals.length === 0) && made.every(({ locals }) => locals.length === 0)) return;
    this.#allLocals = null;
    this.#inputs.change(LOCALS);
  }

  #readBlocks(): readonly BlockDeclaration[] {
    return this.#files()
      .filter(({ uri }) => !isOverrideFile(uri))
      .flatMap(({ syntax }) => syntax.pieces.flatMap(({ piece }) => this.ofPiece(piece).blocks));
  }

  #add(uri: string, piece: Piece): void {
    const declarations = declarationsOf(uri, piece);
    this.#ofPieces.set(piece, declarations);
    const lists = this.#listsFor(uri);
    for (const block of declarations.blocks) append(lists, block.address, block);
    for (const local of declarations.locals) append(this.#locals, local.name, local);
    this.#changeNames(declarations);
  }

  #remove(piece: Piece): void {
    const declarations = this.#ofPieces.get(piece) ?? NOTHING;
    for (const block of declarations.blocks) remove(this.#listsFor(block.source.uri), block.address, block);
    for (const local of declarations.locals) remove(this.#locals, local.name, local);
    this.#ofPieces.delete(piece);
    this.#changeNames(declarations);
  }

  #changeNames({ blocks, locals }: Declarations): void {
    for (const { address } of blocks) this.#inputs.change(BLOCK + address);
    for (const { name } of locals) this.#inputs.change(LOCAL + name);
  }

  #listsFor(uri: string): Map<string, BlockDeclaration[]> {
    if (!isOverrideFile(uri)) return this.#blocks;
    this.changeOverrides();
    return this.#overrides;
  }

  /** A block without what override files replace in it. */
  #effective(block: BlockDeclaration): BlockDeclaration {
    const overriding = isOverrideFile(block.source.uri) ? undefined : this.#overrides.get(block.address);
    if (overriding === undefined) return block;
    const known = this.#effectiveBlocks.get(block) ?? block.withReplaced(namesReplacedBy(overriding));
    this.#effectiveBlocks.set(block, known);
    return known;
  }
}

/** The pieces between those that two versions of a file have in common at the front and at the back. */
function differenceOf(previous: SyntaxFile | undefined, next: SyntaxFile | undefined) {
  const [old, now] = [previous?.pieces ?? [], next?.pieces ?? []];
  const shorter = Math.min(old.length, now.length);
  let front = 0;
  while (front < shorter && old[front]?.piece === now[front]?.piece) front += 1;
  let back = 0;
  while (back < shorter - front && old.at(-1 - back)?.piece === now.at(-1 - back)?.piece) back += 1;
  const between = (pieces: typeof old) => pieces.slice(front, pieces.length - back).map(({ piece }) => piece);
  return { removed: between(old), added: between(now) };
}
