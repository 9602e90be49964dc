import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks at what the processes have used. */
const INTERVAL = 500;

/** Linux counts processor time in hundredths of a second for programs, whatever its own clock is. */
const TICKS = 100;

/**
 * Waits for a child process to end: `{ status, cost }`, where the cost is that of the child and everything that it
 * started, `{ wall, cpu }`, in seconds. `cpu` is null on systems other than Linux, and when the child ends within half a
 * second.
 */
export async function endOf(child) {
  const start = performance.now();
  let cpu = null;
  // A process that outlives its parent leaves the tree, so the sum may fall: what was seen once was used.
  const look = () => {
    const used = secondsOf(child.pid);
    if (used !== null) cpu = Math.max(cpu ?? 0, used);
  };
  const timer = setInterval(look, INTERVAL);
  try {
    const [status] = await once(child, 'exit');
    return { status, cost: { wall: (performance.now() - start) / 1000, cpu } };
  } finally {
    clearInterval(timer);
  }
}

/** The cost of this process and everything that it started, so far. */
export function costOfThisProcess() {
  return { wall: performance.now() / 1000, cpu: secondsOf(process.pid) };
}

/** The cost of two runs together; either may be undefined. */
export function sumOfCosts(one, other) {
  if (one === undefined || other === undefined) return one ?? other;
  const cpu = one.cpu === null || other.cpu === null ? null : one.cpu + other.cpu;
  return { wall: one.wall + other.wall, cpu };
}

/** The seconds that a process and its descendants have used; null when it has ended, and where nothing says so. */
function secondsOf(pid) {
  const processes = runningProcesses();
  if (!processes.has(pid)) return null;
  let ticks = 0;
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { used, children } = processes.get(next);
    ticks += used;
    open.push(...children);
  }
  return ticks / TICKS;
}

/** All processes of the machine by id, each with its children and the ticks that it and its ended children used. */
function runningProcesses() {
  const found = new Map();
  for (const name of namesIn('/proc')) {
    // The name of the program is in brackets and may contain anything.
    const fields = textOf(`/proc/${name}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ');
    if (fields === undefined) continue;
    const used = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    found.set(Number(name), { parent: Number(fields[1]), used, children: [] });
  }
  for (const [pid, { parent }] of found) found.get(parent)?.children.push(pid);
  return found;
}

function namesIn(folder) {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The text of a file; undefined when it is gone, as that of a process that has ended. */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
