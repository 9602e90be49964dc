import { knownCallOf } from '../../../module/calls/knownCall.ts';
import { compareReleases, releaseOf } from '../../../module/versions/release.ts';
import { openTextAt } from '../../cursor/access/openText.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';

/** What cloudposse takes in no rule: it numbers them itself, and refuses this countType. */
const NEVER = ['rulePriority', 'sinceImagePulled'];

/** What its rules have since the release with archives. */
const WITH_ARCHIVE = ['storageClass', 'targetStorageClass', 'sinceImageTransitioned', 'transition'];
const ARCHIVE_SINCE = '1.0.1';

/** Suggestions inside the rules that a call gives to a module, without what the module refuses or drops. */
export function takenByModule(point: Point, drafts: readonly Draft[]): Draft[] {
  const [outermost, input] = openTextAt(point.text, point.offset, false)?.frames ?? [];
  if (outermost?.key !== 'module' || input?.key !== 'custom_lifecycle_rules') return [...drafts];
  const [declaration] = point.module.declarations(point.source.piece).blocks;
  const call = declaration && knownCallOf(declaration);
  if (call?.known.id !== 'cloudposse') return [...drafts];
  const newest = call.releases.at(-1)?.version ?? '0.0.0';
  const isOld = compareReleases(releaseOf(newest), releaseOf(ARCHIVE_SINCE)) < 0;
  const left = isOld ? [...NEVER, ...WITH_ARCHIVE] : NEVER;
  return drafts.filter(({ label }) => !left.includes(label));
}
