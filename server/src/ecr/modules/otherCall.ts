import type { ModuleRelease } from '../../facts/modules/knownModules.ts';
import type { OtherModule } from '../../facts/modules/otherModules.ts';
import { OTHER_MODULES } from '../../facts/modules/otherModules.ts';
import { upgradeOf } from '../../facts/modules/upgrades.ts';
import type { ModuleSource } from '../../module/calls/moduleSource.ts';
import { readModuleSource } from '../../module/calls/moduleSource.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { admittedBy } from '../../module/versions/constraint.ts';
import { compareReleases, FIRST_RELEASE, printRelease, readVersion, releaseOf } from '../../module/versions/release.ts';
import type { ReleaseSet } from '../../module/versions/releaseSet.ts';
import { ALL_RELEASES, between, intersect, nextRelease, shareSince } from '../../module/versions/releaseSet.ts';
import type { Expression } from '../../syntax/tree/tree.ts';

/** A call of a module with a few known inputs. */
export interface OtherCall {
  readonly known: OtherModule;
  /** One allowed release of each kind, oldest first: kinds differ in the known inputs and outputs. */
  readonly releases: readonly ModuleRelease[];
  /** Where the release is chosen; null when nothing chooses it. */
  readonly chosenBy: Expression | null;
}

/** The partly known module that a block calls; null otherwise. */
export function otherModuleOf(declaration: BlockDeclaration): OtherModule | null {
  const source = sourceOf(declaration);
  return source && moduleAt(source);
}

/** Reads a call of such a module; null for other blocks, and when the allowed releases cannot be known. */
export function otherCallOf(declaration: BlockDeclaration): OtherCall | null {
  const source = sourceOf(declaration);
  const known = source && moduleAt(source);
  const set = source && admittedSet(declaration, source);
  if (source === null || known === null || set === null) return null;
  const releases = kindsIn(known, set);
  const chooser = attributeOf(declaration.block, source.kind === 'github' ? 'source' : 'version')?.value ?? null;
  const chosenBy = source.kind === 'github' && source.ref === null ? null : chooser;
  return releases.length === 0 ? null : { known, releases, chosenBy };
}

/** True when a call is certain to use a release from `since` on; without a version Terraform takes the newest. */
export function takesReleaseSince(declaration: BlockDeclaration, since: string): boolean {
  const source = sourceOf(declaration);
  const set = source && admittedSet(declaration, source);
  if (set === ALL_RELEASES) return true;
  return set !== null && shareSince(set, releaseOf(since)) === 'all';
}

function sourceOf({ type, block }: BlockDeclaration): ModuleSource | null {
  return type === 'module' ? readModuleSource(literalText(attributeOf(block, 'source')?.value) ?? '') : null;
}

function moduleAt(source: ModuleSource): OtherModule | null {
  const found = OTHER_MODULES.find(
    ({ registry, repository, folder }) =>
      (source.kind === 'registry' ? registry : repository) === source.address && folder === source.folder,
  );
  return found ?? null;
}

/** The releases that a call allows: all of them when nothing chooses, and Terraform takes the newest. */
function admittedSet({ block }: BlockDeclaration, { kind, ref }: ModuleSource): ReleaseSet | null {
  const version = attributeOf(block, 'version')?.value;
  if (kind === 'registry') {
    return version === undefined ? ALL_RELEASES : admittedBy(literalText(version) ?? '?', 'terraform');
  }
  if (ref === null) return ALL_RELEASES;
  const tag = readVersion(ref.replace(/^v/, ''));
  if (tag === null || tag.isPrerelease || tag.parts === 1) return null;
  return between(tag.release, nextRelease(tag.release));
}

function kindsIn(known: OtherModule, set: ReleaseSet): readonly ModuleRelease[] {
  const { step } = upgradeOf(known) ?? {};
  const steps = step === undefined ? [] : [step.at, step.newest.version];
  const spans = known.inputs.flatMap(({ since, until }) => (until === null ? [since] : [since, until]));
  const edges = [...spans, ...steps].map(releaseOf);
  const starts = [...new Map([FIRST_RELEASE, ...edges].map((edge) => [printRelease(edge), edge])).values()].sort(
    compareReleases,
  );
  const kinds = starts.map((start, index) => between(start, starts[index + 1] ?? null));
  // Without a choice Terraform takes the newest.
  const admitted = set === ALL_RELEASES ? kinds.slice(-1) : kinds.map((kind) => intersect(kind, set));
  return admitted.flatMap(([first]) =>
    first === undefined ? [] : [{ version: printRelease(first.from), date: '', terraform: null, aws: null }],
  );
}
