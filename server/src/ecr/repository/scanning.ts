import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { SCANNING_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import { attributeOf, blocksOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isMisspelt } from './misspelt.ts';
import type { Repository } from './repositoryBlock.ts';

/** The argument that the block for scanning takes. */
export const SCAN_ARGUMENT = 'scan_on_push';

/** True when the module sets scanning for the registry, which stands over the setting of a repository. */
export function hasRegistryScanning(module: Module): boolean {
  for (const declaration of module.allBlocks()) {
    if (isBlockOf(declaration, 'resource', 'aws_ecr_registry_scanning_configuration')) return true;
  }
  return false;
}

/** What `scan_on_push` gives; null where the block lacks it or is made by a `dynamic` one. */
export function readScanning(repository: Repository, scope: RecordingScope): Value | 'unset' | null {
  const { source, block } = repository.declaration;
  const nested = blocksOf(block.body);
  const written = nested.find(({ type }) => type.text === SCANNING_BLOCK.name);
  if (written === undefined) {
    const isComputed = nested.some(({ labels }) => labels[0]?.text === SCANNING_BLOCK.name);
    return isComputed || isMisspelt(repository, SCANNING_BLOCK.name) ? null : 'unset';
  }
  const expression = attributeOf(written, SCAN_ARGUMENT)?.value;
  return expression === undefined ? null : new Evaluator(scope).evaluate({ source, expression });
}
