import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Notes each pause of the garbage collection; writes them to a file when the process is asked to end. */
const PRELOAD = (path: string) => `const { PerformanceObserver } = require('node:perf_hooks');
const pauses = [];
new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) pauses.push(duration); }).observe({ entryTypes: ['gc'] });
process.on('SIGTERM', () => { require('node:fs').writeFileSync(${JSON.stringify(path)}, JSON.stringify(pauses)); process.exit(0); });`;

/** A command whose collection pauses are known after it has ended. */
export interface Observed {
  readonly command: readonly string[];
  /** The pauses in milliseconds; call it once, after the process has ended. */
  readonly pauses: () => readonly number[];
}

export function observed(command: readonly string[]): Observed {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-pauses-'));
  const [preload, result] = [join(folder, 'preload.cjs'), join(folder, 'pauses.json')];
  writeFileSync(preload, PRELOAD(result));
  const pauses = () => {
    const found: readonly number[] = JSON.parse(readFileSync(result, 'utf8'));
    rmSync(folder, { recursive: true });
    return found;
  };
  return { command: ['--require', preload, ...command], pauses };
}

/** The memory of a process in megabytes; NaN when the system does not tell. */
export function residentMegabytes(processId: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds that the first thread of a process has spent on a processor; NaN when the system does not tell. */
export function processorMilliseconds(processId: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${processId}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** Milliseconds that a call of this process takes on the processors, whatever else the machine does. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
