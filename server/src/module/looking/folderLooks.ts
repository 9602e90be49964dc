import { directoryOfSource, isPathSource } from '../moduleCalls.ts';
import { isTerraformFile } from '../sources/fileKinds.ts';
import { canonicalUri } from '../sources/uri.ts';
import type { TextLook } from './lookAtText.ts';
import { lookAtText } from './lookAtText.ts';

/** What a scan of the files of one directory shows. */
export interface FolderLook {
  /** True when something in them may concern ECR, or when only reading can tell. */
  readonly concerns: boolean;
  /** The directories of the modules that they may call by a path. */
  readonly calls: readonly string[];
  /** True when the list of installed modules may say more: they may call such modules, or may have called them. */
  readonly installs?: true;
}

/** A directory that cannot be scanned: its callers must be read, which reports why. */
export const CANNOT_LOOK: FolderLook = { concerns: true, calls: [] };

/** Combines the scans of the files in a directory (its URI without the last slash). */
export class FolderLooking {
  readonly #directory: string;
  readonly #calls = new Set<string>();
  #concerns = false;
  #installs = false;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** True when the directory must be read, whatever its other files contain. */
  get isDecided(): boolean {
    return this.#concerns;
  }

  /**
   * Scans a file of the directory's module. The bytes are not kept; null for a file that cannot be scanned, which may
   * contain anything.
   */
  add(uri: string, bytes: Uint8Array | null): void {
    if (bytes === null) this.#concerns = true;
    else if (isTerraformFile(uri)) this.#take(lookAtText(bytes, uri.endsWith('.json')));
  }

  #take({ concerns, sources, moves }: TextLook): void {
    if (concerns) this.#concerns = true;
    if (moves === true || !sources.every(isPathSource)) this.#installs = true;
    for (const source of sources.filter(isPathSource)) {
      const called = directoryOfSource(source, this.#directory);
      if (called === null) this.#concerns = true;
      else this.#calls.add(called);
    }
  }

  finish(): FolderLook {
    return { concerns: this.#concerns, calls: [...this.#calls], ...(this.#installs && { installs: true }) };
  }
}

/**
 * The directories that must be read: those that concern ECR, their direct and indirect callers, the modules that these
 * call, and call cycles. The others are set aside.
 */
export class FolderLooks {
  readonly #looks = new Map<string, FolderLook>();
  /** Directories that somebody asked for by name. */
  readonly #asked = new Set<string>();

  /** Records the result of a scan; null forgets it. */
  set(directory: string, look: FolderLook | null): void {
    if (look === null) this.#looks.delete(canonicalUri(directory));
    else this.#looks.set(canonicalUri(directory), look);
  }

  has(directory: string): boolean {
    return this.#looks.has(canonicalUri(directory));
  }

  /** True for a directory that must be read because of its own contents. */
  concerns(directory: string): boolean {
    return this.#looks.get(canonicalUri(directory))?.concerns ?? false;
  }

  /** The directories that were scanned. */
  get directories(): readonly string[] {
    return [...this.#looks.keys()];
  }

  /** Makes a directory be read whatever it contains, with its callers. */
  ask(directory: string): void {
    this.#asked.add(canonicalUri(directory));
  }

  /** The called directories that have not been scanned. */
  get unseen(): readonly string[] {
    const called = [...this.#looks.values()].flatMap(({ calls }) => calls);
    return [...new Set(called)].filter((directory) => !this.has(directory));
  }

  /** The scanned directories that must be read. */
  get needed(): ReadonlySet<string> {
    const concerned = [...this.#looks].filter(([directory, { concerns }]) => concerns || this.#asked.has(directory));
    const callers = this.#callers();
    const needed = reached([...concerned.map(([directory]) => directory), ...this.#leadingToCycles(callers)], callers);
    return reached(needed, new Map([...this.#looks].map(([directory, { calls }]) => [directory, calls])));
  }

  /** The directories in call cycles: what remains after removing all whose calls end. */
  #leadingToCycles(callers: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const open = new Map([...this.#looks].map(([directory, { calls }]) => [directory, calls.length]));
    const ended = [...callers.keys()].filter((directory) => !open.has(directory));
    for (const [directory, count] of open) if (count === 0) ended.push(directory);
    for (let next = ended.pop(); next !== undefined; next = ended.pop()) {
      for (const caller of callers.get(next) ?? []) {
        const left = (open.get(caller) ?? 0) - 1;
        open.set(caller, left);
        if (left === 0) ended.push(caller);
      }
    }
    return [...open].flatMap(([directory, left]) => (left > 0 ? [directory] : []));
  }

  #callers(): ReadonlyMap<string, readonly string[]> {
    const callers = new Map<string, string[]>();
    for (const [caller, { calls }] of this.#looks) {
      for (const called of calls.map(canonicalUri)) {
        const known = callers.get(called);
        if (known === undefined) callers.set(called, [caller]);
        else known.push(caller);
      }
    }
    return callers;
  }
}

/** The starts, and everything that can be reached from them. */
function reached(starts: Iterable<string>, steps: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(starts);
  // The set grows while it is walked.
  for (const next of found) for (const one of steps.get(next) ?? []) found.add(canonicalUri(one));
  return found;
}
