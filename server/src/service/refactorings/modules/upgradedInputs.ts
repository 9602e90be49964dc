import type { Change } from '../../../ecr/edits/change.ts';
import type { ModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { argumentOf, formsOf, isPartial } from '../../../ecr/modules/moduleCall.ts';
import { otherModuleOf } from '../../../ecr/modules/otherCall.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CALL_ARGUMENTS } from '../../../facts/modules/callArguments.ts';
import type { ModuleRelease } from '../../../facts/modules/knownModules.ts';
import { RENAMED_INPUTS } from '../../../facts/modules/moduleTraps.ts';
import type { UpgradeStep } from '../../../facts/modules/upgrades.ts';
import { formIn } from '../../../module/calls/knownCall.ts';
import { attributesOf } from '../../../module/declarations/declarations.ts';
import { append } from '../../../syntax/arrays.ts';
import { indentationAt, lineEnd, newlineOf } from '../../../syntax/edit/lines.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import { spreadArgument } from './upgradedValues.ts';

/** What an upgrade does to the inputs. */
export interface InputUpgrade {
  /** The step that the upgrade crosses, if any. */
  readonly crossed: UpgradeStep | null;
  readonly newest: ModuleRelease;
  /** Inputs whose old default is written when it changed. */
  readonly defaults: readonly string[];
}

/**
 * The changes of a call's arguments: renamed, spread, removed and new ones; a sentence when the release cannot take
 * what the call gives.
 */
export function upgradedInputs(call: ModuleCall, upgrade: InputUpgrade): Change[] | string {
  const { crossed, newest } = upgrade;
  const changes: Change[] = [];
  const removed = new Set<Attribute>();
  for (const item of attributesOf(call.declaration.block.body)) {
    const made = changesOfInput(call, item, crossed, newest);
    if (typeof made === 'string') return made;
    if (made.some(({ kind }) => kind === 'remove-argument')) removed.add(item);
    append(changes, made);
  }
  const missing = crossed === null ? [] : missingInputs(call, newest);
  if (missing.length > 0)
    return `Release ${newest.version} also needs ${missing.join(', ')}, whose values nothing here says: write them together with the new release.`;
  const kept = keptDefaults(call, upgrade);
  if (typeof kept === 'string') return kept;
  const added = addedLines(call, removed, [...gateLines(call, crossed), ...kept]);
  return typeof added === 'string' ? added : [...changes, ...added];
}

function changesOfInput(
  call: ModuleCall,
  item: Attribute,
  crossed: UpgradeStep | null,
  newest: ModuleRelease,
): Change[] | string {
  const { source, block } = call.declaration;
  const name = item.name.text;
  const spread = lookUp(crossed?.spread ?? {}, name);
  if (spread !== undefined) return spreadArgument(call, item, spread, newest.version);
  const onlyFor = lookUp(crossed?.removed ?? {}, name);
  if (onlyFor !== undefined) return removedInput(call, item, onlyFor, newest);
  if (hasInputAfter(call, name, crossed, newest)) return [];
  const renamed = isPartial(call)
    ? lookUp(otherModuleOf(call.declaration)?.renamed ?? {}, name)
    : lookUp(RENAMED_INPUTS[call.known.id] ?? {}, name);
  if (renamed === undefined) return `Release ${newest.version} has no input ${name}.`;
  if (argumentOf(call, renamed) !== undefined)
    return `${name} is ${renamed} in ${newest.version}, and both are written.`;
  return [{ kind: 'rename-item', source, body: block.body, item, name: renamed }];
}

/** Of some modules only the inputs that changed are known, and the others are left alone. */
function hasInputAfter(call: ModuleCall, name: string, crossed: UpgradeStep | null, newest: ModuleRelease): boolean {
  const { inputs } = call.known;
  if (CALL_ARGUMENTS.some((own) => own.name === name) || formIn(inputs, name, newest) !== undefined) return true;
  return isPartial(call) && !crossed?.lost?.includes(name) && !inputs.some((input) => input.name === name);
}

function removedInput(
  call: ModuleCall,
  item: Attribute,
  onlyFor: string | null,
  { version }: ModuleRelease,
): Change[] | string {
  const { source } = call.declaration;
  const written = source.piece.text.slice(item.value.start, item.value.end);
  if (onlyFor !== null && written !== onlyFor)
    return `Release ${version} has no input ${item.name.text}, and acts as if it were ${onlyFor}.`;
  return [{ kind: 'remove-argument', source, attribute: item }];
}

/** Inputs without a default that the call does not give. */
function missingInputs(call: ModuleCall, newest: ModuleRelease): readonly string[] {
  const names = [...new Set(call.known.inputs.map(({ name }) => name))];
  return names.filter(
    (name) => formIn(call.known.inputs, name, newest)?.fallback === null && argumentOf(call, name) === undefined,
  );
}

/** The switch without which the release makes nothing, when the call gives none of them. */
function gateLines(call: ModuleCall, crossed: UpgradeStep | null): readonly string[] {
  const gates = otherModuleOf(call.declaration)?.gates;
  const [first] = gates?.inputs ?? [];
  if (crossed === null || gates === undefined || first === undefined) return [];
  return gates.inputs.some((name) => argumentOf(call, name) !== undefined) ? [] : [`${first} = true`];
}

/**
 * Writes the old defaults of inputs when the new ones would have another effect in AWS; a sentence when they differ.
 */
function keptDefaults(call: ModuleCall, { defaults, newest }: InputUpgrade): readonly string[] | string {
  const lines: string[] = [];
  for (const name of defaults) {
    const before = [...new Set(formsOf(call, name).map(({ fallback }) => fallback))];
    const after = formIn(call.known.inputs, name, newest)?.fallback;
    const [only] = before;
    if (argumentOf(call, name) !== undefined || only === undefined || only === null) continue;
    if (before.length > 1)
      return `${name} has different defaults in the releases that the call admits: write its value first.`;
    if (only !== after) lines.push(`${name} = ${only}`);
  }
  return lines;
}

function addedLines(
  { declaration: { source, block } }: ModuleCall,
  removed: ReadonlySet<Attribute>,
  lines: readonly string[],
): Change[] | string {
  const last = attributesOf(block.body).findLast((item) => !removed.has(item));
  if (lines.length === 0 || last === undefined) return [];
  const { text } = source.piece;
  const at = lineEnd(text, last.end);
  if (block.close === null || at >= block.close.start)
    return 'The call is on one line, which leaves no room for another argument.';
  const indentation = indentationAt(text, last.start);
  const added = lines.map((line) => `${newlineOf(text)}${indentation}${line}`).join('');
  return [{ kind: 'replace-text', place: placeOf(source, { start: at, end: at }), text: added }];
}
