import type { KnownModule, ModuleRelease } from '../../facts/modules/knownModules.ts';
import { KNOWN_MODULES } from '../../facts/modules/knownModules.ts';
import { restatementOf } from '../../facts/modules/restated/restate.ts';
import type { KnownCall } from './knownCall.ts';

/** A known module that is not installed is read as a directory with this kind of URI. */
const SCHEME = 'known-module:';

/** Beyond this number, readings of one call are not compared. */
const EDITION_LIMIT = 8;

const editions = new Map<string, readonly string[]>();

/**
 * The directories of a known module for its allowed releases, the newest first; releases that make the same from their
 * inputs share one. The list keeps its identity.
 */
export function editionsOf({ known, releases }: KnownCall): readonly string[] {
  const key = `${known.id} ${releases.map(({ version }) => version).join(' ')}`;
  const found =
    editions.get(key) ?? differingReleases(known, releases).map((release) => directoryOfRelease(known, release));
  editions.set(key, found);
  return found;
}

/** True for a directory that represents a known module, or a file in one; neither exists on disk. */
export function isKnownModule(uri: string): boolean {
  return uri.startsWith(SCHEME);
}

/** The code that represents a known module in its directory; null for any other directory. */
export function textOfKnownModule(directory: string): string | null {
  const [, id, version] = /^known-module:\/([\w-]+)\/([\w.]+)$/.exec(directory) ?? [];
  const known = KNOWN_MODULES.find((module) => module.id === id);
  const release = known?.releases.find((one) => one.version === version);
  return known === undefined || release === undefined ? null : restatementOf(known, release);
}

function directoryOfRelease({ id }: KnownModule, { version }: ModuleRelease): string {
  return `${SCHEME}/${id}/${version}`;
}

function differingReleases(known: KnownModule, releases: readonly ModuleRelease[]): readonly ModuleRelease[] {
  const byText = new Map<string, ModuleRelease>();
  for (const release of [...releases].reverse()) {
    const text = restatementOf(known, release);
    if (!byText.has(text)) byText.set(text, release);
  }
  return [...byText.values()].slice(0, EDITION_LIMIT);
}
