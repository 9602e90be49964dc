import type { Change } from '../../../ecr/edits/change.ts';
import type { ModuleCall } from '../../../ecr/modules/moduleCall.ts';
import { isPartial } from '../../../ecr/modules/moduleCall.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import type { ModuleRelease } from '../../../facts/modules/knownModules.ts';
import type { UpgradeStep } from '../../../facts/modules/upgrades.ts';
import { formIn } from '../../../module/calls/knownCall.ts';
import type { Module } from '../../../module/module.ts';
import { append } from '../../../syntax/arrays.ts';
import { usedOutputs } from './usedOutputs.ts';

/**
 * The changes of references to outputs that a release has renamed, in all files of the calling module; a sentence for
 * an output that the release does not have.
 */
export function upgradedOutputs(
  call: ModuleCall,
  crossed: UpgradeStep | null,
  newest: ModuleRelease,
  module: Module,
): Change[] | string {
  const changes: Change[] = [];
  for (const [output, places] of usedOutputs(call.declaration, module)) {
    const now = nameAfter(call, crossed, output, newest);
    if (now === output) continue;
    const used = `module.${call.declaration.labels[0]}.${output}`;
    if (now === null) return `The module uses ${used}, which ${newest.version} lacks.`;
    if (places.some(({ uri }) => uri.endsWith('.json')))
      return `${used} is ${now} in ${newest.version}, and JSON files are not edited here.`;
    append(
      changes,
      places.map((place): Change => ({ kind: 'replace-text', place, text: now })),
    );
  }
  return changes;
}

/** The output's name in the release; null when it has none. Of some modules only the changed outputs are known. */
function nameAfter(
  call: ModuleCall,
  crossed: UpgradeStep | null,
  output: string,
  newest: ModuleRelease,
): string | null {
  if (!isPartial(call)) return formIn(call.known.outputs, output, newest) === undefined ? null : output;
  const now = lookUp(crossed?.outputs ?? {}, output);
  return now === undefined ? output : now;
}
