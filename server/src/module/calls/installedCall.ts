import type { BlockDeclaration } from '../declarations/declarations.ts';
import type { Module } from '../module.ts';
import { calledDirectory } from '../moduleCalls.ts';
import type { RecordingScope } from '../tracking/recordingScope.ts';
import { installedModule, writtenCall } from './calledModules.ts';

/** The installed module of a call. */
export interface InstalledCall {
  /** The version in the list of installed modules; null for a module that is not from a registry. */
  readonly version: string | null;
  /** The source as the call writes it. */
  readonly source: string;
  /** Null while its files are not read. */
  readonly module: Module | null;
}

/** What is installed for a call; null when nothing is, and for a module of the workspace. */
export function installedCall(declaration: BlockDeclaration, scope: RecordingScope): InstalledCall | null {
  const isLocal = calledDirectory(declaration, scope.module.directory) !== null;
  const written = isLocal ? null : writtenCall(declaration);
  if (written === null) return null;
  const root = scope.root.module.directory;
  const found = scope.ask((module) => installedModule(written, module, root));
  if (found === null) return null;
  const module = scope.ask(({ environment }) => environment.moduleAt(found.directory) ?? null);
  return { version: found.version, source: written.source, module };
}
