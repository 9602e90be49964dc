import type { BlockDeclaration } from '../declarations/declarations.ts';
import { attributeOf, isCall } from '../declarations/declarations.ts';
import { literalText } from '../declarations/literals.ts';
import type { Module } from '../module.ts';
import { calledDirectory } from '../moduleCalls.ts';
import { resolvePath } from '../sources/uri.ts';
import { admittedBy } from '../versions/constraint.ts';
import { readVersion } from '../versions/release.ts';
import { contains } from '../versions/releaseSet.ts';
import { editionsOf, isKnownModule } from './editions.ts';
import type { InstalledModule, InstalledModules } from './installedModules.ts';
import { INSTALLED_LIST, readInstalledModules, rootOfInstalled } from './installedModules.ts';
import { knownCallOf } from './knownCall.ts';
import { readModuleSource } from './moduleSource.ts';

/** How the module of a call is available. */
export type CalledKind = 'local' | 'installed' | 'known';

/** Where the module of a call is read. */
export interface CalledModule {
  readonly kind: CalledKind;
  /** The URI of the directory; for several editions of a known module, the newest. */
  readonly directory: string;
  /** The installed version, if the list names it. */
  readonly version: string | null;
}

/** The source and version of a call, when they are plain text. */
export interface WrittenCall {
  readonly name: string;
  readonly source: string;
  readonly version: string | null;
}

/**
 * What a block says about the module that it calls; null for another block, and when no path, address or name is plain
 * text.
 */
export function writtenCall({ type, labels, block }: BlockDeclaration): WrittenCall | null {
  const source = type === 'module' ? literalText(attributeOf(block, 'source')?.value) : null;
  const [name] = labels;
  if (!name || source === null) return null;
  return { name, source, version: literalText(attributeOf(block, 'version')?.value) };
}

/**
 * Where the module of a call is read: at its path, else where `terraform init` installed it, else from the data on its
 * releases. Null when none of these applies. `root` is the directory in which Terraform is run.
 */
export function calledModule(declaration: BlockDeclaration, module: Module, root: string): CalledModule | null {
  const directory = calledDirectory(declaration, module.directory);
  if (directory !== null) return { kind: 'local', directory, version: null };
  const written = writtenCall(declaration);
  const installed = written && installedModule(written, module, root);
  if (installed) return { kind: 'installed', directory: installed.directory, version: installed.version };
  const known = knownCallOf(declaration);
  const [newest] = known === null ? [] : editionsOf(known);
  return newest === undefined ? null : { kind: 'known', directory: newest, version: null };
}

/** What `terraform init` has installed for a call without a path; null when nothing matches. */
export function installedModule(
  { name, source, version }: WrittenCall,
  module: Module,
  root: string,
): InstalledModule | null {
  for (const candidate of rootsOf(module, root)) {
    const list = installedIn(candidate, module);
    const found = list && entryOf(list, module.directory, name);
    const isRight = found && isSameSource(found.source, source) && isAdmitted(found.version, version);
    if (found && isRight && isCopy(found.directory, candidate)) return found;
    if (found) module.environment.leaveUnread(INSTALLED_LIST, STALE);
  }
  return null;
}

/**
 * The directory of a call that is no longer in the code, as the list names it until the next `terraform init`; null
 * when the list does not name it. `names` leads to the call from the module. A path to a folder that nothing else asked
 * for is not followed: it may have been removed together with the call.
 */
export function listedDirectory(names: readonly string[], module: Module, root: string): string | null {
  for (const candidate of rootsOf(module, root)) {
    const list = installedIn(candidate, module);
    const directory = list && entryOf(list, module.directory, names.join('.'))?.directory;
    if (directory && (isCopy(directory, candidate) || isRead(directory, module))) return directory;
  }
  return null;
}

function isRead(directory: string, { environment }: Module): boolean {
  return environment.modules.some((one) => one.directory === directory);
}

/** The directories in which Terraform may be run for a module: for an installed one, that of its manifest. */
function rootsOf(module: Module, root: string): ReadonlySet<string> {
  const installing = rootOfInstalled(module.directory);
  return new Set(installing === null ? [root, module.directory] : [installing]);
}

/** The manifest of installed modules for a directory in which Terraform is run; null without a valid one. */
function installedIn(root: string, { environment }: Module): InstalledModules | null {
  const uri = resolvePath(root, INSTALLED_LIST);
  if (uri === null || root.startsWith('untitled:') || isKnownModule(root)) return null;
  const file = environment.fileAt(uri);
  const list = file.kind === 'text' ? readInstalledModules(file, root) : null;
  if (file.kind === 'text' && list === null) environment.leaveUnread(INSTALLED_LIST, NOT_A_LIST);
  return list;
}

const NOT_A_LIST = 'it is not a list of modules as terraform init writes it; run terraform init';
const STALE = 'it does not fit what the code calls; run terraform init';

function entryOf({ byKey, keysOf }: InstalledModules, caller: string, name: string): InstalledModule | null {
  for (const key of keysOf.get(caller) ?? []) {
    const found = byKey.get(key === '' ? name : `${key}.${name}`);
    if (found !== undefined) return found;
  }
  return null;
}

/** True for a directory that Terraform itself has filled: others are not read because a list names them. */
function isCopy(directory: string, root: string): boolean {
  return directory.startsWith(`${root}/.terraform/modules/`);
}

function isSameSource(installed: string, written: string): boolean {
  const [one, other] = [readModuleSource(installed), readModuleSource(written)];
  if (one === null || other === null) return installed === written || installed.includes(written.replace(/^git::/, ''));
  return (
    one.kind === other.kind && one.address === other.address && one.folder === other.folder && one.ref === other.ref
  );
}

function isAdmitted(version: string | null, constraint: string | null): boolean {
  const installed = version === null ? null : readVersion(version);
  const admitted = constraint === null ? null : admittedBy(constraint, 'terraform');
  if (installed === null || admitted === null || installed.isPrerelease) return true;
  return contains(admitted, installed.release);
}

/** The calls of a module without a path; call it through `Module.remember`. */
export function callsWithoutPath(module: Module): readonly WrittenCall[] {
  return module.blocksWhich(isCall).flatMap((declaration) => {
    if (calledDirectory(declaration, module.directory) !== null) return [];
    return writtenCall(declaration) ?? [];
  });
}
