import type { Change } from '../../../ecr/edits/change.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import type { ModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { argumentOf, readModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { DEFECTS } from '../../../ecr/modules/moduleDefects.ts';
import type { ModuleRelease } from '../../../facts/modules/knownModules.ts';
import type { Upgrade } from '../../../facts/modules/upgrades.ts';
import { upgradeOf } from '../../../facts/modules/upgrades.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
import { compareReleases, releaseOf } from '../../../module/versions/release.ts';
import { beginningOf } from '../../../syntax/tree/bodies.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { upgradedInputs } from './upgradedInputs.ts';
import { upgradedOutputs } from './upgradedOutputs.ts';
import { renamedKeys, widenedScanRules } from './upgradedValues.ts';

/** Raises a call of a known module to its newest major release, with all changes that this release requires. */
export const upgradeCall: Refactoring = {
  id: 'upgrade-module',
  kind: 'refactor.rewrite',
  offers(target) {
    const { declaration, module } = target;
    const call = declaration && module && readModuleCall(declaration, module.scope);
    const upgrade = call && upgradeOf(call.known);
    const newest = upgrade?.step?.newest ?? call?.known.releases.at(-1);
    if (!call || !upgrade || module === null || newest === undefined || call.chosenBy === null) return [];
    const chooser = ['source', 'version'].flatMap((name) => attributeOf(call.declaration.block, name) ?? []);
    if (![beginningOf(call.declaration.block), ...chooser].some((range) => target.touches(range))) return [];
    return isOlder(call, upgrade, newest) ? [offerFor(call, upgrade, newest, module.module)] : [];
  },
};

/** True when all releases that a call admits are of an older major, or before the release that changed the inputs. */
function isOlder({ releases }: ModuleCall, { step }: Upgrade, newest: ModuleRelease): boolean {
  const admitted = releases.at(-1)?.version ?? '0.0.0';
  return releaseOf(admitted)[0] < releaseOf(newest.version)[0] || (step !== undefined && isBefore(admitted, step.at));
}

function offerFor(call: ModuleCall, upgrade: Upgrade, newest: ModuleRelease, module: Module): Offer {
  const title = titleOf(call, upgrade, newest);
  const changes = changesFor(call, upgrade, newest, module);
  if (typeof changes === 'string') return refused(title, changes);
  const edits = writeChanges(changes);
  return edits === null
    ? refused(title, 'The call is on one line, which leaves no room for another argument.')
    : offered(title, () => edits);
}

/** Says what the release needs, and what changes besides names. */
function titleOf(call: ModuleCall, { step }: Upgrade, { version, aws, terraform }: ModuleRelease): string {
  const needs = [
    ...(aws === null ? [] : [`AWS provider ${aws}`]),
    ...(terraform === null ? [] : [`Terraform ${terraform}`]),
  ];
  const isCrossed = step !== undefined && isBefore(oldestOf(call), step.at);
  const removed = isCrossed
    ? Object.keys(step.removed ?? {}).filter((name) => argumentOf(call, name) !== undefined)
    : [];
  const notes = [
    ...(needs.length === 0 ? [] : [`needs ${needs.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`removes ${removed.join(', ')}`]),
    ...(isCrossed && step.warning !== undefined ? [step.warning] : []),
  ];
  return `Upgrade this call to ${version}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

/** The changes of an upgrade, or the reason why it is impossible. */
function changesFor(call: ModuleCall, upgrade: Upgrade, newest: ModuleRelease, module: Module): Change[] | string {
  const { moved, scanRules, keys } = upgrade;
  const { chosenBy } = call;
  if (chosenBy === null) return 'Nothing chooses a release here.';
  const oldest = oldestOf(call);
  if (moved !== undefined && isBefore(oldest, moved.at))
    return `At ${moved.at} ${moved.effect}: without moved blocks the plan would destroy and create them. Write those first, and upgrade across ${moved.at} by hand.`;
  const scan = scanRules && isBefore(oldest, scanRules.at) ? argumentOf(call, scanRules.input) : undefined;
  const widened = scan && widenedScanRules(call.declaration.source, scan.value);
  if (widened === null)
    return `${scanRules?.input} has another form since ${scanRules?.at}, and its rules are not written out here.`;
  const map = keys && argumentOf(call, keys.input);
  const crossed = upgrade.step !== undefined && isBefore(oldest, upgrade.step.at) ? upgrade.step : null;
  const parts = [
    upgradedOutputs(call, crossed, newest, module),
    upgradedInputs(call, { crossed, newest, defaults: upgrade.defaults ?? [] }),
    widened ?? [],
    map && keys ? renamedKeys(call.declaration.source, map.value, keys.renamed) : [],
  ];
  const refusal = parts.find((part) => typeof part === 'string');
  if (typeof refusal === 'string') return refusal;
  return [
    releaseChange(call, chosenBy, upgrade, newest),
    ...parts.flatMap((part) => (typeof part === 'string' ? [] : part)),
  ];
}

function oldestOf({ releases }: ModuleCall): string {
  return releases[0]?.version ?? '0.0.0';
}

function isBefore(version: string, other: string): boolean {
  return compareReleases(releaseOf(version), releaseOf(other)) < 0;
}

/** The new version in the form of the old one: exact if it was exact, else with `~>`. */
function releaseChange(call: ModuleCall, chosenBy: Expression, upgrade: Upgrade, newest: ModuleRelease): Change {
  const { source, block } = call.declaration;
  const written = literalText(chosenBy) ?? '';
  const isGit = attributeOf(block, 'source')?.value === chosenBy;
  const value = isGit
    ? written.replace(/([?&]ref=)[^&]*/, `$1${upgrade.tagPrefix}${newest.version}`)
    : constraintFor(call, written, upgrade, newest);
  return { kind: 'replace-text', place: placeOf(source, chosenBy), text: JSON.stringify(value) };
}

function constraintFor({ known }: ModuleCall, written: string, { step }: Upgrade, { version }: ModuleRelease): string {
  if (/^\s*=?\s*v?\d+\.\d+\.\d+\s*$/.test(written)) return version;
  const [major, minor] = releaseOf(version);
  const line = known.releases.filter((one) => one.version.startsWith(`${major}.${minor}.`));
  const isDefective = line.some((one) =>
    DEFECTS.some((defect) => defect.module === known.id && defect.isIn(one.version)),
  );
  // Releases before the step may be of the same minor version.
  const isShared = step !== undefined && isBefore(`${major}.${minor}.0`, step.at);
  const isLong = isDefective || isShared || /~>\s*\d+\.\d+\.\d+/.test(written);
  return isLong ? `~> ${version}` : `~> ${major}.${minor}`;
}
