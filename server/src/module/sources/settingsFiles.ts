import { SettingsFile, settingsFileIn } from './settingsFile.ts';
import { directoryOf } from './uri.ts';

/** The settings files of a workspace. */
export class SettingsFiles {
  readonly #files = new Map<string, SettingsFile>();
  #forAll: SettingsFile | null = null;

  #version = 0;

  /** Grows with each change of any of them. */
  get version(): number {
    return this.#version;
  }

  /** Sets a file's text; undefined for a deleted file. */
  set(uri: string, text: string | undefined): void {
    this.#version += 1;
    if (text === undefined) this.#files.delete(uri);
    else if (this.#files.get(uri)?.text !== text) this.#files.set(uri, new SettingsFile(uri, text));
  }

  /** Makes one file apply to all others, wherever they are, instead of those of folders. */
  useForAll(file: SettingsFile): void {
    this.#version += 1;
    this.#forAll = file;
  }

  at(uri: string): SettingsFile | undefined {
    return uri === this.#forAll?.uri ? this.#forAll : this.#files.get(uri);
  }

  /** All of them, in order. */
  get all(): readonly SettingsFile[] {
    if (this.#forAll !== null) return [this.#forAll];
    return [...this.#files.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1));
  }

  /** The one that applies to a file: the nearest known one upward. */
  holdingFor(uri: string): SettingsFile | null {
    if (this.#forAll !== null || this.#files.size === 0) return this.#forAll;
    for (let directory = directoryOf(uri); directory !== ''; directory = directoryOf(directory)) {
      const found = this.#files.get(settingsFileIn(directory));
      if (found !== undefined || directoryOf(directory) === directory) return found ?? null;
    }
    return null;
  }
}
