/**
 * Seconds of this process on a processor. Linear work on the inputs of these tests takes a fraction of one; quadratic
 * work takes minutes, and going to and fro over patterns does not end.
 */
export const MUCH = 20;

/** How long something takes, in seconds on a processor: whatever else the machine does is not counted. */
export function cpuSecondsOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
