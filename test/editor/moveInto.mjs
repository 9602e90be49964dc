import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves what is in a folder into another one, and removes the first. What the other already has stays there. Whoever finds
 * `last` there finds everything, because it is moved last and whole.
 */
export function moveInto(folder, target, last) {
  const names = readdirSync(folder).filter((name) => name !== last);
  for (const name of [...names, last]) moveUnlessThere(join(folder, name), join(target, name));
  rmSync(folder, { recursive: true, force: true });
}

/** Moves a file or folder to a path at which another program may have put the same meanwhile. */
export function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EISDIR'].includes(error.code)) throw error;
  }
}
