import { accessSync, chmodSync, constants, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import { reasonOf } from './nodeFiles.ts';

/**
 * Replaces a file's text in one step, so that a reader finds the old text or the new one. Answers null, or why the
 * file is left as it is: it completes the sentence "FILE cannot be written: …".
 */
export function replaceText(path: string, before: string, after: string): string | null {
  try {
    const { mode, isLink } = describeEntry(path);
    if (isLink) return 'it is a symbolic link';
    // Bytes that are no UTF-8 would come back as other bytes.
    if (!readFileSync(path).equals(Buffer.from(before))) return 'it is not UTF-8, or it has changed meanwhile';
    accessSync(path, constants.W_OK);
    writeBeside(path, after, mode);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

function describeEntry(path: string): { mode: number; isLink: boolean } {
  const entry = lstatSync(path);
  return { mode: entry.mode & 0o7777, isLink: entry.isSymbolicLink() };
}

/** Writes a new file in the same folder and moves it into the place of the old one. */
function writeBeside(path: string, text: string, mode: number): void {
  const beside = join(dirname(path), `.${basename(path)}.${pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx', flush: true });
    chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
