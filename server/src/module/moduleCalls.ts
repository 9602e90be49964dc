import type { BlockDeclaration } from './declarations/declarations.ts';
import { attributeOf, isCall } from './declarations/declarations.ts';
import { literalText } from './declarations/literals.ts';
import type { Module } from './module.ts';
import { absolutePath, resolvePath } from './sources/uri.ts';

/**
 * The directory that a `module` block's source names by a path; null for a registry, an address, or a computed source.
 */
export function calledDirectory(declaration: BlockDeclaration, directory: string): string | null {
  if (declaration.type !== 'module') return null;
  const known = resolved.get(declaration);
  if (known?.from === directory) return known.called;
  const source = sourceOf(declaration);
  const called = source === null ? null : directoryOfSource(source, directory);
  resolved.set(declaration, { from: directory, called });
  return called;
}

/** Where calls lead, because many questions ask for it. */
const resolved = new WeakMap<BlockDeclaration, { readonly from: string; readonly called: string | null }>();

/** The same for the text of a source. */
export function directoryOfSource(source: string, directory: string): string | null {
  if (source.startsWith('./') || source.startsWith('../')) return resolvePath(directory, source);
  return absolutePath(directory, source);
}

/** True for a source that is a path, of this machine or of another. */
export function isPathSource(source: string): boolean {
  return PATH.test(source);
}

/** The sources of a module's calls that are paths which no URI can express, as written. */
export function unfollowedSources(module: Module): readonly string[] {
  return module.allBlocks().flatMap((declaration) => {
    const source = sourceOf(declaration);
    return source !== null && isPathSource(source) && calledDirectory(declaration, module.directory) === null
      ? [source]
      : [];
  });
}

/** Text that begins like a path, of this machine or of another. */
const PATH = /^(?:\.{1,2}[/\\]|[/\\~]|[A-Za-z]:[/\\]|file:)/;

/** The source of a `module` block, when it is plain text. */
function sourceOf(declaration: BlockDeclaration): string | null {
  // Asking any other block for its tree would parse it again.
  if (declaration.type !== 'module') return null;
  return literalText(attributeOf(declaration.block, 'source')?.value);
}

/** The directories of all modules that a module calls by a path; call it through `Module.remember`. */
export function calledDirectories(module: Module): ReadonlySet<string> {
  return new Set(module.remember(directoriesOfCalls));
}

/** True when the modules below a directory are called, directly or indirectly, more often than this. */
export function leadsToMoreCalls(directory: string, limit: number, { environment }: Module): boolean {
  const pending = [directory];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    count += 1;
    if (count > limit) return true;
    for (const called of environment.moduleAt(next)?.remember(directoriesOfCalls) ?? []) pending.push(called);
  }
  return false;
}

/** The directory of each call. */
function directoriesOfCalls(module: Module): readonly string[] {
  const directories: string[] = [];
  for (const declaration of module.blocksWhich(isCall)) {
    const called = calledDirectory(declaration, module.directory);
    if (called !== null) directories.push(called);
  }
  return directories;
}

/** The modules that call each directory by a path, in their own order. */
export function callersByDirectory(modules: readonly Module[]): ReadonlyMap<string, readonly Module[]> {
  const callers = new Map<string, Module[]>();
  for (const [module, directories] of callsOf(modules)) {
    for (const directory of directories) {
      const known = callers.get(directory);
      if (known === undefined) callers.set(directory, [module]);
      else known.push(module);
    }
  }
  return callers;
}

/**
 * UTF-16 units of modules whose trees are kept after reading their calls; trees take about twenty times as much memory.
 */
const KEPT_TEXT = 1_000_000;

/**
 * The directories that modules call, one module after the other. For modules that are only read for this, trees are
 * kept only as far as memory allows.
 */
export function* callsOf(modules: Iterable<Module>): Iterable<readonly [Module, ReadonlySet<string>]> {
  let kept = 0;
  for (const module of modules) {
    const wasRead = module.isRead;
    yield [module, module.remember(calledDirectories)];
    if (wasRead) continue;
    kept += module.files.reduce((sum, { syntax }) => sum + syntax.text.length, 0);
    if (kept > KEPT_TEXT) for (const uri of module.uris) module.forgetTrees(uri);
  }
}
