import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import type { ModuleRelease } from '../../facts/modules/knownModules.ts';
import type { ReleaseSet } from '../../module/versions/releaseSet.ts';
import { intersect } from '../../module/versions/releaseSet.ts';
import type { VersionRequirement } from '../../module/versions/versionRequirement.ts';
import type { Finding } from '../check.ts';
import { chooseRelease, nameOfCall, placeOfRelease } from './moduleFixes.ts';
import { quoted, raiseFixes, relatedConstraints } from './tooNew.ts';

/** What a module's release requires, in words. */
interface FloorWords {
  readonly name: string;
  of(release: ModuleRelease): string | null;
}

/**
 * Reports a call when no release that it allows is compatible with the module's requirements for Terraform or the
 * provider.
 */
export function* findFloor(
  call: ModuleCall,
  requirement: VersionRequirement | null,
  admitted: (release: ModuleRelease) => ReleaseSet | null,
  words: FloorWords,
): Iterable<Finding> {
  if (requirement === null || requirement.constraints.length === 0 || requirement.admitted.length === 0) return;
  const fits = (release: ModuleRelease) => {
    const needed = admitted(release);
    return needed === null || intersect(requirement.admitted, needed).length > 0;
  };
  const newest = call.releases.at(-1);
  if (newest === undefined || call.releases.some(fits)) return;
  const lower = [...call.known.releases].reverse().find(fits);
  const floor = admitted(newest)?.[0]?.from;
  const advice = lower === undefined ? '' : `, or take release ${lower.version} of the module`;
  yield {
    place: placeOfRelease(call),
    message: `${nameOfCall(call)} needs ${words.name} ${words.of(newest)}, which ${quoted(requirement.constraints)} leaves no room for; init fails ("no available releases match the given constraints"). Raise the constraint${advice}.`,
    related: relatedConstraints(requirement),
    fixes: [
      ...(floor === undefined ? [] : raiseFixes(requirement, floor)),
      ...(lower === undefined ? [] : chooseRelease(call, lower.version, `Take release ${lower.version}`)),
    ],
  };
}
