import { bodyFact } from '../../facts/provider/resources.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectory } from '../../module/moduleCalls.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';

/** True for the call of a module that is at hand and holds a block of ECR. */
export function calledModuleIsOfEcr(address: string, scope: RecordingScope): boolean {
  const call = scope.block(address);
  const directory = call && calledDirectory(call, scope.module.directory);
  if (directory === null) return false;
  return scope.ask(({ environment }) => environment.moduleAt(directory)?.remember(holdsEcr) === true);
}

function holdsEcr(module: Module): boolean {
  return module.allBlocks().some(({ type, labels }) => bodyFact(type, labels[0] ?? '') !== undefined);
}
