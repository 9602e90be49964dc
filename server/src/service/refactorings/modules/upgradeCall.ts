import type { Change } from '../../../ecr/edits/change.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import type { ModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { argumentOf, formsOf, readModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { DEFECTS } from '../../../ecr/modules/moduleDefects.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CALL_ARGUMENTS } from '../../../facts/modules/callArguments.ts';
import type { ModuleRelease } from '../../../facts/modules/knownModules.ts';
import { RENAMED_INPUTS } from '../../../facts/modules/moduleTraps.ts';
import type { Upgrade } from '../../../facts/modules/upgrades.ts';
import { UPGRADES } from '../../../facts/modules/upgrades.ts';
import { formIn } from '../../../module/calls/knownCall.ts';
import { attributeOf, attributesOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
import { compareReleases, releaseOf } from '../../../module/versions/release.ts';
import { indentationAt, lineEnd, newlineOf } from '../../../syntax/edit/lines.ts';
import { beginningOf } from '../../../syntax/tree/bodies.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { renamedKeys, widenedScanRules } from './upgradedValues.ts';
import { usedOutputs } from './usedOutputs.ts';

/** Raises a call of a known module to its newest major release, with all changes that this release requires. */
export const upgradeCall: Refactoring = {
  id: 'upgrade-module',
  kind: 'refactor.rewrite',
  offers(target) {
    const { declaration, module } = target;
    const call = declaration && module && readModuleCall(declaration, module.scope);
    const upgrade = call && UPGRADES.find((one) => one.module === call.known.id);
    const newest = call?.known.releases.at(-1);
    if (!call || !upgrade || module === null || newest === undefined || call.chosenBy === null) return [];
    const chooser = ['source', 'version'].flatMap((name) => attributeOf(call.declaration.block, name) ?? []);
    if (![beginningOf(call.declaration.block), ...chooser].some((range) => target.touches(range))) return [];
    return isOlderMajor(call, newest) ? [offerFor(call, upgrade, newest, module.module)] : [];
  },
};

function isOlderMajor({ releases }: ModuleCall, newest: ModuleRelease): boolean {
  const [admitted] = releaseOf(releases.at(-1)?.version ?? '0.0.0');
  return admitted < releaseOf(newest.version)[0];
}

function offerFor(call: ModuleCall, upgrade: Upgrade, newest: ModuleRelease, module: Module): Offer {
  const needs = [
    ...(newest.aws === null ? [] : [`AWS provider ${newest.aws}`]),
    ...(newest.terraform === null ? [] : [`Terraform ${newest.terraform}`]),
  ];
  const title = `Upgrade this call to ${newest.version}${needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`}`;
  const changes = changesFor(call, upgrade, newest, module);
  if (typeof changes === 'string') return refused(title, changes);
  const edits = writeChanges(changes);
  return edits === null
    ? refused(title, 'The call is on one line, which leaves no room for another argument.')
    : offered(title, () => edits);
}

/** The changes of an upgrade, or the reason why it is impossible. */
function changesFor(call: ModuleCall, upgrade: Upgrade, newest: ModuleRelease, module: Module): Change[] | string {
  const { moved, scanRules, keys } = upgrade;
  const { chosenBy } = call;
  if (chosenBy === null) return 'Nothing chooses a release here.';
  const oldest = call.releases[0]?.version ?? '0.0.0';
  if (moved !== undefined && isBefore(oldest, moved.at))
    return `At ${moved.at} ${moved.effect}: without moved blocks the plan would destroy and create them. Write those first, and upgrade across ${moved.at} by hand.`;
  const lost = lostOutput(call, newest, module);
  if (lost !== null)
    return `The module uses module.${call.declaration.labels[0]}.${lost}, which ${newest.version} lacks.`;
  const inputs = inputChanges(call, newest);
  const scan = scanRules && isBefore(oldest, scanRules.at) ? argumentOf(call, scanRules.input) : undefined;
  const widened = scan && widenedScanRules(call.declaration.source, scan.value);
  if (widened === null)
    return `${scanRules?.input} has another form since ${scanRules?.at}, and its rules are not written out here.`;
  const map = keys && argumentOf(call, keys.input);
  const parts = [
    inputs,
    keptDefaults(call, upgrade.defaults ?? [], newest),
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

function isBefore(version: string, other: string): boolean {
  return compareReleases(releaseOf(version), releaseOf(other)) < 0;
}

/** An output that the calling module uses and that a release does not have; null when there is none. */
function lostOutput({ declaration, known }: ModuleCall, release: ModuleRelease, module: Module): string | null {
  const lost = (output: string) => formIn(known.outputs, output, release) === undefined;
  return [...usedOutputs(declaration, module)].find(lost) ?? null;
}

/** Inputs that a release has renamed; a sentence for one that it does not have. */
function inputChanges(call: ModuleCall, newest: ModuleRelease): Change[] | string {
  const { declaration, known } = call;
  const own = CALL_ARGUMENTS.map(({ name }) => name);
  const changes: Change[] = [];
  for (const item of attributesOf(declaration.block.body)) {
    const name = item.name.text;
    if (own.includes(name) || formIn(known.inputs, name, newest) !== undefined) continue;
    const renamed = lookUp(RENAMED_INPUTS[known.id] ?? {}, name);
    if (renamed === undefined) return `Release ${newest.version} has no input ${name}.`;
    changes.push({
      kind: 'rename-item',
      source: declaration.source,
      body: declaration.block.body,
      item,
      name: renamed,
    });
  }
  return changes;
}

/**
 * Writes the old defaults of inputs when the new ones would have another effect in AWS; a sentence when they differ.
 */
function keptDefaults(call: ModuleCall, names: readonly string[], newest: ModuleRelease): Change[] | string {
  const lines: string[] = [];
  for (const name of names) {
    const before = [...new Set(formsOf(call, name).map(({ fallback }) => fallback))];
    const after = formIn(call.known.inputs, name, newest)?.fallback;
    const [only] = before;
    if (argumentOf(call, name) !== undefined || only === undefined || only === null) continue;
    if (before.length > 1)
      return `${name} has different defaults in the releases that the call admits: write its value first.`;
    if (only !== after) lines.push(`${name} = ${only}`);
  }
  const { source, block } = call.declaration;
  const last = attributesOf(block.body).at(-1);
  if (lines.length === 0 || last === undefined) return [];
  const { text } = source.piece;
  const at = lineEnd(text, last.end);
  if (block.close === null || at >= block.close.start)
    return 'The call is on one line, which leaves no room for another argument.';
  const indentation = indentationAt(text, last.start);
  const added = lines.map((line) => `${newlineOf(text)}${indentation}${line}`).join('');
  return [{ kind: 'replace-text', place: placeOf(source, { start: at, end: at }), text: added }];
}

/** The new version in the form of the old one: exact if it was exact, else with `~>`. */
function releaseChange(call: ModuleCall, chosenBy: Expression, { tagPrefix }: Upgrade, newest: ModuleRelease): Change {
  const { source, block } = call.declaration;
  const written = literalText(chosenBy) ?? '';
  const isGit = attributeOf(block, 'source')?.value === chosenBy;
  const value = isGit
    ? written.replace(/([?&]ref=)[^&]*/, `$1${tagPrefix}${newest.version}`)
    : constraintFor(call, written, newest);
  return { kind: 'replace-text', place: placeOf(source, chosenBy), text: JSON.stringify(value) };
}

function constraintFor({ known }: ModuleCall, written: string, { version }: ModuleRelease): string {
  if (/^\s*=?\s*v?\d+\.\d+\.\d+\s*$/.test(written)) return version;
  const [major, minor] = releaseOf(version);
  const line = known.releases.filter((one) => one.version.startsWith(`${major}.${minor}.`));
  const isDefective = line.some((one) =>
    DEFECTS.some((defect) => defect.module === known.id && defect.isIn(one.version)),
  );
  const isLong = isDefective || /~>\s*\d+\.\d+\.\d+/.test(written);
  return isLong ? `~> ${version}` : `~> ${major}.${minor}`;
}
