import { Module } from './module.ts';
import { isSettingsFile, SettingsFile, settingsFileIn } from './settingsFile.ts';
import type { SourceFiles } from './sourceFiles.ts';

/**
 * The texts that are known, by module. A document that is open in an editor hides the file on disk. Holds no
 * text that was not handed to it: it never reads anything itself.
 */
export class Workspace {
  readonly #modules = new Map<string, Module>();
  readonly #settingsFiles = new Map<string, SettingsFile>();
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, string>();

  /** The text of an open document, which hides the disk until `closeDocument`. */
  openDocument(uri: string, text: string): void {
    this.#open.set(uri, text);
    this.#settle(uri);
  }

  closeDocument(uri: string): void {
    this.#open.delete(uri);
    this.#settle(uri);
  }

  /** The text of a file on disk, or null when it is gone or cannot be read. */
  setDiskFile(uri: string, text: string | null): void {
    if (text === null) this.#disk.delete(uri);
    else this.#disk.set(uri, text);
    this.#settle(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The module that holds a file, or undefined when none of its directory's files is known. */
  moduleOf(uri: string): Module | undefined {
    return this.#modules.get(directoryOf(uri));
  }

  /** All modules, in the order of their directories. */
  get modules(): readonly Module[] {
    return [...this.#modules.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, module]) => module);
  }

  /** The files that a file's places are resolved in: its module, or itself when it holds settings. */
  filesAt(uri: string): SourceFiles | undefined {
    return this.#settingsFiles.get(uri) ?? this.moduleOf(uri);
  }

  settingsFile(uri: string): SettingsFile | undefined {
    return this.#settingsFiles.get(uri);
  }

  /** All settings files, in order. */
  get settingsFiles(): readonly SettingsFile[] {
    return [...this.#settingsFiles.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1));
  }

  /** The settings file that holds for a file: the nearest one upward that is known. */
  settingsFor(uri: string): SettingsFile | null {
    if (this.#settingsFiles.size === 0) return null;
    for (let directory = directoryOf(uri); directory !== ''; directory = directoryOf(directory)) {
      const found = this.#settingsFiles.get(settingsFileIn(directory));
      if (found !== undefined || directoryOf(directory) === directory) return found ?? null;
    }
    return null;
  }

  #settle(uri: string): void {
    const text = this.#open.get(uri) ?? this.#disk.get(uri);
    if (isSettingsFile(uri)) {
      if (text === undefined) this.#settingsFiles.delete(uri);
      else if (this.#settingsFiles.get(uri)?.text !== text) this.#settingsFiles.set(uri, new SettingsFile(uri, text));
      return;
    }
    const directory = directoryOf(uri);
    const module = this.#modules.get(directory);
    if (text !== undefined) {
      const target = module ?? new Module();
      this.#modules.set(directory, target);
      target.setFile(uri, text);
    } else if (module !== undefined) {
      module.removeFile(uri);
      if (module.uris.length === 0) this.#modules.delete(directory);
    }
  }
}

/** The directory of a file's URI, without the last slash. Untitled documents are modules of their own. */
export function directoryOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
