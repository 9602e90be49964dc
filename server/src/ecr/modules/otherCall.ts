import { lookUp } from '../../facts/lookUp.ts';
import type { OtherModule } from '../../facts/modules/otherModules.ts';
import { OTHER_MODULES } from '../../facts/modules/otherModules.ts';
import { readModuleSource } from '../../module/calls/moduleSource.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { admittedBy } from '../../module/versions/constraint.ts';
import { readVersion, releaseOf } from '../../module/versions/release.ts';
import { between, nextRelease, shareSince } from '../../module/versions/releaseSet.ts';

const BY_ADDRESS: Readonly<Record<string, OtherModule>> = Object.fromEntries(
  OTHER_MODULES.flatMap((other) => [
    [other.registry, other],
    [other.repository, other],
  ]),
);

/** The module that a block calls, of those of which little is known; null for another. */
export function otherModuleOf({ type, block }: BlockDeclaration): OtherModule | null {
  if (type !== 'module') return null;
  const source = readModuleSource(literalText(attributeOf(block, 'source')?.value) ?? '');
  return source === null || source.folder !== '' ? null : (lookUp(BY_ADDRESS, source.address) ?? null);
}

/** True where a call is sure to take a release from `since` on: without a version Terraform takes the newest. */
export function takesReleaseSince({ block }: BlockDeclaration, since: string): boolean {
  const source = readModuleSource(literalText(attributeOf(block, 'source')?.value) ?? '');
  const version = attributeOf(block, 'version')?.value;
  if (source === null) return false;
  if (source.kind === 'registry') {
    if (version === undefined) return true;
    const admitted = admittedBy(literalText(version) ?? '?', 'terraform');
    return admitted !== null && shareSince(admitted, releaseOf(since)) === 'all';
  }
  if (source.ref === null) return true;
  const tag = readVersion(source.ref.replace(/^v/, ''));
  if (tag === null || tag.isPrerelease) return false;
  return shareSince(between(tag.release, nextRelease(tag.release)), releaseOf(since)) === 'all';
}
