import { ARCHIVE_SINCE, ARCHIVE_WRITTEN_SINCE } from '../../facts/provider/providerFeatures.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { compareReleases, printRelease, releaseOf } from '../../module/versions/release.ts';
import { nextRelease, shareSince } from '../../module/versions/releaseSet.ts';
import type { Support } from '../../module/versions/support.ts';
import { supportByProvider } from '../../module/versions/support.ts';
import type { VersionRequirement } from '../../module/versions/versionRequirement.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';
import { archiveArgument } from '../support/archiveArgument.ts';
import { quoted, raiseFixes, relatedConstraints, upgradeAdvice, verb } from '../support/tooNew.ts';

const TAKEN = releaseOf(ARCHIVE_SINCE);
const WRITTEN = releaseOf(ARCHIVE_WRITTEN_SINCE);

export const policyDocumentVersion: BlockCheck = {
  subject: 'block',
  id: 'policy-document-version',
  title: 'The AWS provider drops the archive arguments of this policy document',
  severity: 'warning',
  *check(declaration, scope) {
    const argument = archiveArgument(declaration, scope);
    const requirement = argument === null ? null : providerRequirement(scope, declaration);
    if (argument === null || requirement === null) return;
    const written = supportByProvider(scope, requirement, WRITTEN);
    if (written === null || written.share === 'all') return;
    // `provider-version` reports releases that do not know the argument at all.
    if (supportByProvider(scope, requirement, TAKEN)?.share === 'none') return;
    if (isBetween(requirement, written)) return;
    const { source } = declaration;
    yield {
      place: placeOf(source, argument.name),
      message: `AWS provider 6.28 accepts ${argument.name.text} but leaves it out of the JSON, so AWS refuses the policy ("matched 0 out of 4"); ${because(requirement, written)}`,
      severity: written.share === 'none' ? 'warning' : 'hint',
      related: relatedConstraints(requirement),
      fixes: raiseFixes(requirement, WRITTEN),
    };
  },
};

/**
 * True when the only documented release is excluded: nothing is known about the releases before the next documented
 * one.
 */
function isBetween({ admitted }: VersionRequirement, { locked }: Support): boolean {
  const after = nextRelease(TAKEN);
  return locked === null ? shareSince(admitted, after) === 'all' : compareReleases(locked, after) >= 0;
}

function because(requirement: VersionRequirement, { share, locked }: Support): string {
  const { constraints } = requirement;
  if (locked !== null) return `the lock file names ${printRelease(locked)}. ${upgradeAdvice(requirement, WRITTEN)}`;
  const admit = `${quoted(constraints)} ${verb('admit', constraints)}`;
  const what = share === 'none' ? `${admit} no later release` : `${admit} such releases`;
  return `${what}. Ask for ${ARCHIVE_WRITTEN_SINCE} or newer.`;
}
