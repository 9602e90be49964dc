import type { Module } from './module.ts';
import { callersByDirectory, callsOf } from './moduleCalls.ts';
import { canonicalUri } from './sources/uri.ts';

/** Which modules call which, computed on request and kept until a text changes. */
export class Callers {
  readonly #modules: () => readonly Module[];
  /** Modules by the directories that they call; null when a text has changed since the last computation. */
  #byDirectory: ReadonlyMap<string, readonly Module[]> | null = null;
  readonly #found = new Map<Module, readonly Module[]>();

  constructor(modules: () => readonly Module[]) {
    this.#modules = modules;
  }

  /** Notes that a text has changed. */
  forget(): void {
    this.#byDirectory = null;
    this.#found.clear();
  }

  /** True when a module calls the one in a directory, given as a URI without the last slash. */
  isCalled(directory: string): boolean {
    return this.#known().has(canonicalUri(directory));
  }

  /** The modules that call one by a path, directly or through others; never itself. */
  of(module: Module): readonly Module[] {
    const found = this.#found.get(module) ?? this.#find(module);
    this.#found.set(module, found);
    return found;
  }

  #find(module: Module): readonly Module[] {
    const known = this.#known();
    const callers = new Set<Module>();
    const pending: Module[] = [module];
    for (let called = pending.pop(); called !== undefined; called = pending.pop()) {
      for (const caller of known.get(directoryOf(called)) ?? []) {
        if (callers.has(caller)) continue;
        callers.add(caller);
        pending.push(caller);
      }
    }
    callers.delete(module);
    return [...callers];
  }

  /** Reads the calls of these modules one by one, so that other work can run in between. */
  *learn(modules: Iterable<Module>): Iterable<void> {
    if (this.#byDirectory !== null) return;
    for (const _ of callsOf(modules)) yield;
  }

  #known(): ReadonlyMap<string, readonly Module[]> {
    this.#byDirectory ??= callersByDirectory(this.#modules());
    return this.#byDirectory;
  }
}

/** The canonical spellings of modules' directories, for which many walks ask. */
const directories = new WeakMap<Module, string>();

function directoryOf(module: Module): string {
  const directory = directories.get(module) ?? canonicalUri(module.directory);
  directories.set(module, directory);
  return directory;
}
