import type { Input } from '../tracking/inputs.ts';
import { note } from '../tracking/inputs.ts';
import type { BlockDeclaration } from './declarations.ts';

/** Chooses blocks by their types and labels alone, which stay the same as long as a block does. */
type Choice = (block: BlockDeclaration) => boolean;

/** The blocks of a module in order: all of them, and those of some kinds. */
export class BlockLists {
  readonly #read: () => readonly BlockDeclaration[];
  readonly #settle: () => void;
  readonly #lists = new Map<Choice, BlockList>();

  /** `read` makes the list of all; `settle` reports changes that nobody has reported yet. */
  constructor(read: () => readonly BlockDeclaration[], settle: () => void) {
    this.#read = read;
    this.#settle = settle;
  }

  all(): readonly BlockDeclaration[] {
    return this.which(isAny);
  }

  which(choice: Choice): readonly BlockDeclaration[] {
    note(this.#listOf(choice));
    return this.#blocksOf(choice);
  }

  #blocksOf(choice: Choice): readonly BlockDeclaration[] {
    const list = this.#listOf(choice);
    list.blocks ??= choice === isAny ? this.#read() : this.#blocksOf(isAny).filter(choice);
    return list.blocks;
  }

  #listOf(choice: Choice): BlockList {
    const known = this.#lists.get(choice) ?? new BlockList(this.#settle);
    this.#lists.set(choice, known);
    return known;
  }

  /** Replaces blocks that follow each other by others. */
  replace(before: readonly BlockDeclaration[], after: readonly BlockDeclaration[]): void {
    for (const [choice, list] of this.#lists) {
      const [gone, made] = [before.filter(choice), after.filter(choice)];
      if (gone.length > 0 || made.length > 0) list.replace(gone, made);
    }
  }

  forget(): void {
    for (const list of this.#lists.values()) list.replace([], []);
  }
}

class BlockList implements Input {
  readonly #settle: () => void;
  #version = 0;
  /** Null until somebody asks. */
  blocks: readonly BlockDeclaration[] | null = null;

  constructor(settle: () => void) {
    this.#settle = settle;
  }

  get version(): number {
    this.#settle();
    return this.#version;
  }

  replace(before: readonly BlockDeclaration[], after: readonly BlockDeclaration[]): void {
    this.#version += 1;
    const [first] = before;
    const start = first === undefined ? -1 : (this.blocks?.indexOf(first) ?? -1);
    this.blocks =
      this.blocks === null || start < 0
        ? null
        : [...this.blocks.slice(0, start), ...after, ...this.blocks.slice(start + before.length)];
  }
}

function isAny(): boolean {
  return true;
}
