import { isKnownModule, textOfKnownModule } from './calls/editions.ts';
import { rootOfInstalled } from './calls/installedModules.ts';
import type { ModuleEnvironment } from './module.ts';
import { Module } from './module.ts';
import { canonicalUri, directoryOf } from './sources/uri.ts';

/** The modules of a workspace by their directories, each a URI without the last slash. */
export class ModuleDirectories {
  readonly #environment: ModuleEnvironment;
  readonly #modules = new Map<string, Module>();
  /** The modules in the order of their directories; null when one has come or gone since. */
  #ordered: readonly Module[] | null = null;
  /** Modules by the canonical spelling of their directories, to which paths in code lead. */
  readonly #byCanonical = new Map<string, Module>();
  /** Modules known by their public releases, by the directories that represent them. */
  readonly #known = new Map<string, Module>();

  #version = 0;

  constructor(environment: ModuleEnvironment) {
    this.#environment = environment;
  }

  /** Grows whenever a module comes or goes. */
  get version(): number {
    return this.#version;
  }

  /** The module in a directory as its files spell it, or a known release; undefined where there is none. */
  at(directory: string): Module | undefined {
    return isKnownModule(directory) ? this.known(directory) : this.#modules.get(directory);
  }

  /** The module in a directory to which a path in code leads. */
  reachedBy(directory: string): Module | undefined {
    return this.#byCanonical.get(directory);
  }

  /** A module that is known by its public release; undefined where no release has that directory. */
  known(directory: string): Module | undefined {
    const found = this.#known.get(directory);
    const text = found === undefined ? textOfKnownModule(directory) : null;
    if (text === null) return found;
    const module = new Module(directory, this.#environment);
    module.setFile(`${directory}/main.tf`, text);
    this.#known.set(directory, module);
    return module;
  }

  /** All modules with files, including installed ones, in no order. */
  get all(): Iterable<Module> {
    return this.#modules.values();
  }

  /** All modules except the installed ones, which belong to nobody, in the order of their directories. */
  get own(): readonly Module[] {
    this.#ordered ??= [...this.#modules]
      .filter(([directory]) => rootOfInstalled(directory) === null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, module]) => module);
    return this.#ordered;
  }

  /** Adds a file to its module, which begins with its first file. */
  setFile(uri: string, text: string): void {
    const directory = directoryOf(uri);
    const known = this.#modules.get(directory);
    const module = known ?? new Module(directory, this.#environment);
    if (known === undefined) {
      this.#ordered = null;
      this.#version += 1;
      this.#modules.set(directory, module);
      this.#byCanonical.set(canonicalUri(directory), module);
    }
    module.setFile(uri, text);
  }

  /** Removes a file from its module, which ends with its last file. */
  removeFile(uri: string): void {
    const directory = directoryOf(uri);
    const module = this.#modules.get(directory);
    if (module === undefined) return;
    module.removeFile(uri);
    if (module.uris.length > 0) return;
    this.#modules.delete(directory);
    this.#ordered = null;
    this.#version += 1;
    this.#byCanonical.delete(canonicalUri(directory));
  }
}
