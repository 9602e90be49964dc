import { isRecord } from '../../facts/isRecord.ts';
import type { AttachedFile } from '../sources/snapshotFile.ts';
import { resolvePath } from '../sources/uri.ts';

/** Where `terraform init` records the module of each call, relative to the directory where it is run. */
export const INSTALLED_LIST = '.terraform/modules/modules.json';

/** Modules in this folder are installed: nobody edits them. */
const INSTALLED_FOLDER = '/.terraform/modules/';

/** No list that `terraform init` writes has more modules than this. */
const ENTRY_LIMIT = 20_000;

/** An installed module, or a module of the workspace that calls an installed one. */
export interface InstalledModule {
  /** The names of the calls that lead to it, separated by dots; empty for the root. */
  readonly key: string;
  /** In Terraform's full form: `registry.terraform.io/…`, `git::https://…`. */
  readonly source: string;
  /** Null for a module that is not from a registry. */
  readonly version: string | null;
  /** The URI of its directory. */
  readonly directory: string;
}

/** A list of installed modules. */
export interface InstalledModules {
  readonly byKey: ReadonlyMap<string, InstalledModule>;
  /** The keys of the calls of a directory. */
  readonly keysOf: ReadonlyMap<string, readonly string[]>;
}

const lists = new WeakMap<AttachedFile, Map<string, InstalledModules | null>>();

/** The contents of a list, read once for each directory in which Terraform is run; null for a broken list. */
export function readInstalledModules(file: AttachedFile, root: string): InstalledModules | null {
  const known = lists.get(file) ?? new Map<string, InstalledModules | null>();
  lists.set(file, known);
  const found = known.get(root);
  if (found !== undefined) return found;
  const read = readList(file.text, root);
  known.set(root, read);
  return read;
}

/** The directory in which Terraform was run when it installed a module; null for a module that is not installed. */
export function rootOfInstalled(directory: string): string | null {
  const at = `${directory}/`.lastIndexOf(INSTALLED_FOLDER);
  return at === -1 ? null : directory.slice(0, at);
}

function readList(text: string, root: string): InstalledModules | null {
  const entries = entriesIn(text);
  if (entries === null || entries.length > ENTRY_LIMIT) return null;
  const byKey = new Map<string, InstalledModule>();
  const keysOf = new Map<string, string[]>();
  for (const entry of entries) {
    const module = isRecord(entry) ? readEntry(entry, root) : null;
    if (module === null || byKey.has(module.key)) continue;
    byKey.set(module.key, module);
    const keys = keysOf.get(module.directory) ?? [];
    keys.push(module.key);
    keysOf.set(module.directory, keys);
  }
  return { byKey, keysOf };
}

function entriesIn(text: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return isRecord(list) && Array.isArray(list['Modules']) ? list['Modules'] : null;
  } catch {
    return null;
  }
}

function readEntry(entry: Readonly<Record<string, unknown>>, root: string): InstalledModule | null {
  const { Key: key, Source: source, Version: version, Dir: path } = entry;
  if (typeof key !== 'string' || typeof source !== 'string' || typeof path !== 'string') return null;
  // On Windows the paths have backslashes.
  const directory = resolvePath(root, path.replaceAll('\\', '/'));
  return directory === null
    ? null
    : { key, source, version: typeof version === 'string' && version !== '' ? version : null, directory };
}
