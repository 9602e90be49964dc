import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cwd } from 'node:process';
import type { FileContent } from '../protocol/fileRequests.ts';
import type { Visit } from './access.ts';
import { nodeFiles } from './nodeFiles.ts';
import { machinePaths } from './paths.ts';
import { inSystemSpelling, isWithin, leadsOutOfWorkTree, realPathOrNull, workTreeAround } from './realPaths.ts';

/** The URI of a named path, in one spelling on case-insensitive systems. */
export function namedUri(path: string): string {
  const absolute = resolve(path);
  return machinePaths.uriOf(inSystemSpelling(absolute, realPathOrNull(absolute)));
}

/**
 * The files that one run may read, and those that it could not. Inside is the git work tree around the working
 * directory and around each named path; outside of git, the working directory and the named path itself. Real paths
 * decide, so that no link leads out.
 */
export class Reach {
  readonly #roots: readonly string[];
  readonly #unread = new Map<string, string>();

  constructor(paths: readonly string[]) {
    const around = [rootAround(cwd()), ...paths.map((path) => rootOfNamed(resolve(path)))];
    this.#roots = [...new Set(around)].filter((path) => path !== null);
  }

  /** The text of a file, or the reason why it is not read. */
  read(uri: string): FileContent {
    return nodeFiles.readNow(uri, this.#roots);
  }

  /** URIs of the files of the module in one directory, ignored ones too; null when it cannot be looked into. */
  filesIn(directoryUri: string): readonly string[] | null {
    return nodeFiles.listDirectoryNow(directoryUri, this.#roots);
  }

  /** Visits the same files one after the other; false when the directory cannot be looked into. */
  visit(directoryUri: string, visit: Visit): boolean {
    return nodeFiles.visitDirectoryNow(directoryUri, this.#roots, visit);
  }

  /** URIs of the files in a folder and below. */
  list(folderUri: string): Promise<readonly string[]> {
    const within = this.#roots.map((path) => machinePaths.uriOf(path));
    return nodeFiles.list(folderUri, within);
  }

  /** True for what is inside after following all links. */
  covers(uri: string): boolean {
    const path = machinePaths.pathOf(uri);
    const real = path === null ? null : realPathOrNull(path);
    return real !== null && this.#roots.some((root) => isWithin(real, root));
  }

  /** Records a file or folder that code names and that is not read; the reason completes "FILE is not read: …". */
  leaveUnread(uri: string, because: string): void {
    this.#unread.set(uri, because);
  }

  /** What stayed unread, by URI. */
  get unread(): ReadonlyMap<string, string> {
    return this.#unread;
  }
}

function rootAround(folder: string): string | null {
  const real = realPathOrNull(folder);
  return real === null ? null : (workTreeAround(real) ?? real);
}

/** A named link is trusted within the work tree that contains it; outside of git, naming it is enough. */
function rootOfNamed(path: string): string | null {
  if (leadsOutOfWorkTree(path)) return null;
  return rootAround(isFolder(path) ? path : dirname(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
