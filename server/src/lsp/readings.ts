/**
 * Folders that are being read. What is said of a file before its module is there would be taken back a moment later:
 * the repository that a policy names may stand in the next file.
 */
export class Readings {
  readonly #readings = new Set<{ readonly folder: string; readonly done: Promise<void> }>();

  /** Notes that a folder, its URI ending in a slash, is being read until the work is done. */
  async during(folder: string, work: () => Promise<void>): Promise<void> {
    const reading = { folder, done: work() };
    this.#readings.add(reading);
    try {
      await reading.done;
    } finally {
      this.#readings.delete(reading);
    }
  }

  /** True while a folder is being read that holds the file. */
  isReading(uri: string): boolean {
    return [...this.#readings].some(({ folder }) => uri.startsWith(folder));
  }

  /** Resolves when no folder that holds the file is being read, or none at all for null; never rejects. */
  async whenRead(uri: string | null): Promise<void> {
    const holding = [...this.#readings].filter(({ folder }) => uri === null || uri.startsWith(folder));
    await Promise.allSettled(holding.map(({ done }) => done));
  }
}
