/** Durations of requests of one kind, in milliseconds. */
export interface Timing {
  readonly times: number;
  readonly median: number;
  readonly longest: number;
}

/** The number of recent durations that are kept for each kind. */
const KEPT = 200;

/** How long the server's work took, under names of its own. */
export class Timings {
  readonly #durations = new Map<string, number[]>();

  /** Does a piece of work and records its duration. */
  of<Result>(name: string, work: () => Result): Result {
    const start = performance.now();
    const result = work();
    this.note(name, performance.now() - start);
    return result;
  }

  /** The same for work that others may interrupt. */
  async during<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.note(name, performance.now() - start);
    }
  }

  note(name: string, milliseconds: number): void {
    const durations = this.#durations.get(name) ?? [];
    durations.push(milliseconds);
    if (durations.length > KEPT) durations.shift();
    this.#durations.set(name, durations);
  }

  /** The recorded durations by name, in the order of first use. */
  get all(): ReadonlyMap<string, Timing> {
    return new Map([...this.#durations].map(([name, durations]) => [name, summaryOf(durations)]));
  }
}

function summaryOf(durations: readonly number[]): Timing {
  const ordered = [...durations].sort((one, other) => one - other);
  const median = ordered[Math.floor(ordered.length / 2)] ?? 0;
  return { times: ordered.length, median: Math.round(median), longest: Math.round(ordered.at(-1) ?? 0) };
}
