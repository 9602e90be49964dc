import type { LocatedExpression } from '../evaluate/scope.ts';
import type { SyntaxFile } from '../syntax/tree/file.ts';
import type { Place } from '../syntax/tree/place.ts';
import type { Module } from './module.ts';

/** A file that is no Terraform file, as far as it is known. The object stays the same while the answer does. */
export type SnapshotFile =
  | AttachedFile
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string };

/** A text that a module reads: a policy, a template. */
export interface AttachedFile {
  readonly kind: 'text';
  readonly uri: string;
  readonly text: string;
  /** One piece that holds the whole text. */
  readonly syntax: SyntaxFile;
  /** The whole text. */
  readonly place: Place;
  /** The same text as a template; null for a text without parts to fill in, and for one that cannot be read. */
  readonly template: LocatedExpression | null;
}

/** What a module knows of the workspace around it. */
export interface ModuleEnvironment {
  /** All modules of the workspace. */
  readonly modules: readonly Module[];
  /** The module of a directory, or undefined when none of its files is known. */
  moduleAt(directory: string): Module | undefined;
  /** A file that a module reads; asking for one that is not at hand notes that it is wanted. */
  fileAt(uri: string): SnapshotFile;
  /** A file that was handed over before; asks for nothing. */
  attachedAt(uri: string): AttachedFile | undefined;
  /** The module that holds a Terraform file. */
  moduleOf(uri: string): Module | undefined;
  /** True when another module of the workspace calls, or may call, the one in that directory. */
  isCalled(directory: string): boolean;
}

/** The answer for a file that nobody has looked for yet. */
const NOT_LOADED: SnapshotFile = { kind: 'unknown', because: 'the file is not read yet' };

/** A module on its own. */
export const NO_ENVIRONMENT: ModuleEnvironment = {
  modules: [],
  moduleAt: () => undefined,
  fileAt: () => NOT_LOADED,
  attachedAt: () => undefined,
  moduleOf: () => undefined,
  isCalled: () => false,
};
