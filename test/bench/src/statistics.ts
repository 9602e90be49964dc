export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below or at which `share` of the sorted values are. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs the contestants alternately, so that load on the machine affects all of them; returns each one's times. */
export function inTurn(rounds: number, contestants: readonly (() => number)[]): number[][] {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) times[index]?.push(contestant());
  }
  return times;
}

/** The same for contestants that answer later. */
export async function inTurnLater(
  rounds: number,
  contestants: readonly (() => Promise<number>)[],
): Promise<number[][]> {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) times[index]?.push(await contestant());
  }
  return times;
}

/** A number with three significant figures at most. */
export function short(value: number): string {
  return Number(value.toPrecision(3)).toString();
}

/** The smallest and the largest value. */
export function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  return `${short(sorted[0] ?? Number.NaN)} to ${short(sorted.at(-1) ?? Number.NaN)}`;
}

/** Two contestants that were measured in turn, round by round. */
export interface Comparison {
  /** Medians. */
  readonly ours: number;
  readonly theirs: number;
  /** The median of the ratios of the rounds. */
  readonly ratio: number;
  readonly figure: string;
}

/** Compares figures of the same rounds: their medians and the ratio of each round, with its spread. */
export function compare(ours: readonly number[], theirs: readonly number[], unit: string): Comparison {
  const ratios = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
  const [mine, other, ratio] = [median(ours), median(theirs), median(ratios)];
  const figure = `${short(mine)} ${unit} to ${short(other)} ${unit}, ${short(ratio)} × (${spread(ratios)})`;
  return { ours: mine, theirs: other, ratio, figure };
}
