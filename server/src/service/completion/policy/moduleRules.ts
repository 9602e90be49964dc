import type { CountType } from '../../../facts/lifecycle/ruleValues.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CUSTOM_RULE_COUNT_TYPES } from '../../../facts/modules/moduleTraps.ts';
import { knownCallOf } from '../../../module/calls/knownCall.ts';
import { compareReleases, releaseOf } from '../../../module/versions/release.ts';
import { openTextAt } from '../../cursor/access/openText.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';

/** A key that cloudposse takes in no rule: it numbers them itself. */
const NEVER = 'rulePriority';

/** What its rules have since the release with archives, beside a count type. */
const WITH_ARCHIVE = ['storageClass', 'targetStorageClass', 'transition'];
const ARCHIVE_TYPE = 'sinceImageTransitioned' satisfies CountType;

/** Suggestions inside the rules that a call gives to a module, without what the module refuses or drops. */
export function takenByModule(point: Point, drafts: readonly Draft[]): Draft[] {
  const [outermost, input] = openTextAt(point.text, point.offset, false)?.frames ?? [];
  if (outermost?.key !== 'module' || input?.key !== 'custom_lifecycle_rules') return [...drafts];
  const [declaration] = point.module.declarations(point.source.piece).blocks;
  const call = declaration && knownCallOf(declaration);
  if (call?.known.id !== 'cloudposse') return [...drafts];
  const newest = call.releases.at(-1)?.version ?? '0.0.0';
  return drafts.filter(({ label }) => label !== NEVER && isTaken(label, newest));
}

/** True for what the rules of a release may hold. */
function isTaken(label: string, release: string): boolean {
  const name = WITH_ARCHIVE.includes(label) ? ARCHIVE_TYPE : label;
  const since = lookUp(CUSTOM_RULE_COUNT_TYPES, name);
  if (since === undefined) return true;
  return since !== null && compareReleases(releaseOf(release), releaseOf(since)) >= 0;
}
