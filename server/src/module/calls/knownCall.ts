import type { KnownModule, ModuleRelease, ReleaseSpan } from '../../facts/modules/knownModules.ts';
import { KNOWN_MODULES } from '../../facts/modules/knownModules.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { BlockDeclaration } from '../declarations/declarations.ts';
import { attributeOf } from '../declarations/declarations.ts';
import { literalText } from '../declarations/literals.ts';
import { admittedBy } from '../versions/constraint.ts';
import { compareReleases, readVersion, releaseOf } from '../versions/release.ts';
import type { ReleaseSet } from '../versions/releaseSet.ts';
import { ALL_RELEASES, between, contains, nextRelease } from '../versions/releaseSet.ts';
import type { ModuleSource } from './moduleSource.ts';
import { readModuleSource } from './moduleSource.ts';

/** A call of a module whose public releases are known. */
export interface KnownCall {
  readonly known: KnownModule;
  readonly source: ModuleSource;
  /** The releases that the call allows, oldest first; never empty. */
  readonly releases: readonly ModuleRelease[];
  /** Where the release is chosen: the constraint, or the source with its `ref`; null when nothing chooses. */
  readonly chosenBy: Expression | null;
}

const calls = new WeakMap<BlockDeclaration['block'], KnownCall | null>();

/**
 * What is known about the module that a block calls; null for other modules, for a source that is not plain text, and
 * when no known release matches the constraint.
 */
export function knownCallOf(declaration: BlockDeclaration): KnownCall | null {
  if (declaration.type !== 'module') return null;
  const known = calls.get(declaration.block);
  if (known !== undefined) return known;
  const call = readCall(declaration);
  calls.set(declaration.block, call);
  return call;
}

/** The known module of a source, whatever its release; null for another. */
export function knownModuleOf(source: ModuleSource): KnownModule | null {
  const found = KNOWN_MODULES.find(({ registry, repository, folder }) => {
    const address = source.kind === 'registry' ? registry : repository;
    return address === source.address && folder === source.folder;
  });
  return found ?? null;
}

function readCall({ block }: BlockDeclaration): KnownCall | null {
  const written = attributeOf(block, 'source')?.value;
  const source = readModuleSource(literalText(written) ?? '');
  const known = source && knownModuleOf(source);
  if (source === null || known === null || written === undefined) return null;
  const version = attributeOf(block, 'version')?.value;
  // Only registries have versions.
  if (source.kind === 'github') {
    const set = version === undefined ? releasesOfRef(source.ref) : null;
    const chosenBy = source.ref === null ? null : written;
    return set && callOf({ known, source, chosenBy }, set);
  }
  if (version === undefined) return { known, source, chosenBy: null, releases: newestOf(known) };
  const text = literalText(version);
  const set = text === null ? null : admittedBy(text, 'terraform');
  return set && callOf({ known, source, chosenBy: version }, set);
}

function callOf(call: Omit<KnownCall, 'releases'>, set: ReleaseSet): KnownCall | null {
  const all = call.known.releases;
  const releases =
    set === ALL_RELEASES ? newestOf(call.known) : all.filter(({ version }) => contains(set, releaseOf(version)));
  return releases.length === 0 ? null : { ...call, releases };
}

/** Without a version Terraform takes the newest release. */
function newestOf({ releases }: KnownModule): readonly ModuleRelease[] {
  return releases.slice(-1);
}

/** The branches that hold the newest release. */
const HEADS: readonly (string | null)[] = [null, 'HEAD', 'main', 'master'];

/** The releases that a git ref means; null for an unknown branch or commit. */
function releasesOfRef(ref: string | null): ReleaseSet | null {
  if (HEADS.includes(ref)) return ALL_RELEASES;
  const version = readVersion((ref ?? '').replace(/^(?:refs\/tags\/|tags\/)?v?/, ''));
  if (version === null || version.isPrerelease || version.parts === 1) return null;
  return between(version.release, nextRelease(version.release));
}

/** True for a release with something that `since` added and `until` removed. */
export function isIn({ version }: ModuleRelease, { since, until }: ReleaseSpan): boolean {
  const release = releaseOf(version);
  if (compareReleases(release, releaseOf(since)) < 0) return false;
  return until === null || compareReleases(release, releaseOf(until)) < 0;
}

/** The variant of an input or output in a release; undefined when it has none. */
export function formIn<Fact extends ReleaseSpan & { readonly name: string }>(
  facts: readonly Fact[],
  name: string,
  release: ModuleRelease,
): Fact | undefined {
  return facts.find((fact) => fact.name === name && isIn(release, fact));
}
