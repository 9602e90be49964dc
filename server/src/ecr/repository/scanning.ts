import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { SCANNING_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { mayScan, registryScanning } from '../registry/registryScanning.ts';
import { isMisspelt } from './misspelt.ts';
import type { Repository } from './repositoryBlock.ts';

/** The argument that the block for scanning takes. */
export const SCAN_ARGUMENT = 'scan_on_push';

/**
 * True when the module configures registry scanning that may include the repository, whatever the repository says.
 * `exists` tells of a block whether it may be there at all.
 */
export function mayBeScannedByRegistry(
  { name }: Repository,
  module: Module,
  exists: (block: BlockDeclaration) => boolean = () => true,
): boolean {
  const text = name?.value.kind === 'string' ? name.value.value : null;
  return module.remember(registryScanning).some((scanning) => mayScan(text, scanning) && exists(scanning.declaration));
}

/** The value of `scan_on_push`; null when the block does not set it or a `dynamic` block makes it. */
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
