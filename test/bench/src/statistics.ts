export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below or at which `share` of the sorted values are. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Milliseconds that a call takes. */
export function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Runs the contestants alternately, so that load on the machine affects all of them; returns each one's times. */
export function inTurn(rounds: number, contestants: readonly (() => number)[]): number[][] {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) times[index]?.push(contestant());
  }
  return times;
}

/** A number with three significant figures at most. */
export function short(value: number): string {
  return Number(value.toPrecision(3)).toString();
}
