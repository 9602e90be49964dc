import type { Module } from '../../module/module.ts';
import { calledDirectories } from '../../module/moduleCalls.ts';
import { canonicalUri } from '../../module/sources/uri.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { NamedThing } from './namedThing.ts';
import { nameAt, ownerOf } from './namedThing.ts';
import type { Occurrence } from './occurrences.ts';
import { occurrencesIn } from './occurrences.ts';

/** A place where something is named. Offsets of the file, half-open, UTF-16. */
export interface FoundOccurrence extends Range {
  readonly uri: string;
  readonly role: Occurrence['role'];
  readonly isPlain: boolean;
}

/**
 * Every place of the workspace that names the same thing as the text at a file offset (UTF-16); null when nothing
 * declared is there.
 */
export function referencesAt(workspace: Workspace, uri: string, offset: number): readonly FoundOccurrence[] | null {
  const module = workspace.moduleOf(uri);
  const found = module === undefined ? null : nameAt(module, uri, offset);
  return found === null ? null : occurrencesOf(workspace, found.thing);
}

/** The places in one file that name the same thing as its text at an offset; null for nothing declared. */
export function highlightsAt(module: Module, uri: string, offset: number): readonly FoundOccurrence[] | null {
  const found = nameAt(module, uri, offset);
  return found === null ? null : occurrencesInFile(module, uri, found.thing);
}

/** Every place that names a thing: in its own module, and in the calls of that module. */
export function occurrencesOf(workspace: Workspace, thing: NamedThing): readonly FoundOccurrence[] {
  const directory = canonicalUri(thing.module.directory);
  const isShared = thing.address.startsWith('variable.') || thing.address.startsWith('output.');
  const callers = isShared
    ? workspace.modules.filter((module) => module !== thing.module && module.remember(calledDirectories).has(directory))
    : [];
  return [thing.module, ...callers].flatMap((module) =>
    module.files.flatMap(({ uri }) => {
      const occurrences = occurrencesInFile(module, uri, thing);
      // Trees of files that nobody edits would fill the memory in a large workspace.
      if (!workspace.isOpen(uri)) module.forgetTrees(uri);
      return occurrences;
    }),
  );
}

function occurrencesInFile(module: Module, uri: string, { module: owner, address }: NamedThing): FoundOccurrence[] {
  const pieces = module.file(uri)?.syntax.pieces ?? [];
  return pieces.flatMap(({ piece, offset }) =>
    occurrencesIn(uri, piece)
      .filter((occurrence) => occurrence.address === address && ownerOf(module, occurrence) === owner)
      .map(({ start, end, role, isPlain }) => ({ uri, start: offset + start, end: offset + end, role, isPlain }))
      .sort((one, other) => one.start - other.start),
  );
}
