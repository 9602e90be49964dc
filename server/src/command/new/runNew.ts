import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../../files/nodeFiles.ts';
import { OWN_MODULE } from '../../protocol/ownModule.ts';
import type { Output } from '../output.ts';
import { NEW } from '../table/commands.ts';
import { parse } from '../table/parseWords.ts';
import { UsageError } from '../usage.ts';

/** Runs `new module`: prints a module and a call of it, or writes them into a folder without overwriting any file. */
export function runNew(words: readonly string[], output: Output): number {
  const [what, folder, ...others] = parse(words, NEW).positionals;
  if (what !== 'module') throw new UsageError(`new takes 'module'${what === undefined ? '' : `, not '${what}'`}`);
  if (others.length > 0) throw new UsageError(`new module takes one folder, not also '${others.join("', '")}'`);
  if (folder === undefined) {
    output.print(
      OWN_MODULE.map(({ path, text }) => `# ${path}\n\n${text}`)
        .join('\n')
        .trimEnd(),
    );
    return 0;
  }
  writeInto(folder);
  output.print(OWN_MODULE.map(({ path }) => `wrote ${join(folder, path)}`).join('\n'));
  return 0;
}

/** Writes all files or none. */
function writeInto(folder: string): void {
  const files = OWN_MODULE.map(({ path, text }) => ({ path: join(folder, path), text }));
  const taken = files.find(({ path }) => isTaken(path));
  if (taken !== undefined) throw new UsageError(`${taken.path} cannot be written: it already exists`);
  const made: string[] = [];
  for (const { path, text } of files) {
    try {
      const outermost = mkdirSync(dirname(path), { recursive: true });
      if (outermost !== undefined) made.push(outermost);
      writeFileSync(path, text, { flag: 'wx' });
      made.push(path);
    } catch (error) {
      for (const one of made.reverse()) rmSync(one, { recursive: true, force: true });
      throw new UsageError(`${path} cannot be written: ${reasonOf(error)}`);
    }
  }
}

/** Whether a path is taken, also by a dangling link. */
function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Nothing can exist at this path, for example because a parent is a file; creating the folder then reports why.
    return false;
  }
}
