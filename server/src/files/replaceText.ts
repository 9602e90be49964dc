import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kill, pid } from 'node:process';
import { reasonOf } from './nodeFiles.ts';
import { goesThroughLink } from './realPaths.ts';

/**
 * Replaces the text of a file in a folder or below, atomically when the file's owner and mode can be kept: a reader
 * finds the old text or the new one. Returns null, or the reason why the file is unchanged, to complete the sentence
 * "FILE cannot be written: …".
 */
export function replaceText(path: string, folder: string, before: string, after: string): string | null {
  try {
    const entry = lstatSync(path);
    if (entry.isSymbolicLink()) return 'it is a symbolic link';
    if (goesThroughLink(path, folder)) return 'a symbolic link leads to it';
    if (!entry.isFile()) return 'it is not a regular file';
    // Bytes that are not UTF-8 would change when written back.
    if (!readFileSync(path).equals(Buffer.from(before))) return 'it is not UTF-8, or it has changed meanwhile';
    accessSync(path, constants.W_OK);
    removeLeftovers(path);
    // A new file would break the hard links of this one.
    if (entry.nlink > 1 || !replaceByNew(path, after, entry)) writeInPlace(path, after);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/**
 * Replaces the old file by a new one with the same owner and mode. False when the system does not allow that owner or a
 * new file; then nothing has changed.
 */
function replaceByNew(path: string, text: string, old: Stats): boolean {
  const beside = join(dirname(path), `${temporaryStart(path)}${pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx', flush: true, mode: 0o600 });
    const made = statSync(beside);
    if (made.uid !== old.uid || made.gid !== old.gid) chownSync(beside, old.uid, old.gid);
    chmodSync(beside, old.mode & 0o7777);
  } catch (error) {
    rmSync(beside, { force: true });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPERM' || code === 'EACCES') return false;
    throw error;
  }
  try {
    renameSync(beside, path);
    return true;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeInPlace(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    writeFileSync(file, text);
    ftruncateSync(file, Buffer.byteLength(text));
  } finally {
    closeSync(file);
  }
}

/** Removes the temporary files of runs that were killed. */
function removeLeftovers(path: string): void {
  const start = temporaryStart(path);
  for (const name of readdirSync(dirname(path))) {
    const owner = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(dirname(path), name), { force: true });
  }
}

function temporaryStart(path: string): string {
  return `.${basename(path)}.terraform-ecr-`;
}

function isRunning(process: number): boolean {
  try {
    return process !== pid && kill(process, 0);
  } catch (error) {
    // Another user's process is running, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
