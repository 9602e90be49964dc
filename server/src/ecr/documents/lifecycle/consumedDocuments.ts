import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { Value } from '../../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { append } from '../../../syntax/arrays.ts';
import { possibleInstancesOf } from '../../instances.ts';
import { documentReachedBy } from '../documentReference.ts';
import { evaluateSource } from '../handedOver.ts';
import { policySourceOf } from './policySource.ts';
import { LIFECYCLE } from './vocabulary.ts';

/**
 * The documents of a module that its own blocks use as policies, whether these blocks have instances or not; call it
 * through `Module.remember`.
 */
export function consumedDocuments(module: Module): ReadonlySet<BlockDeclaration> {
  const scope = new RecordingScope(module);
  return new Set(module.allBlocks().flatMap((owner) => documentsOf(owner, scope)));
}

function documentsOf(owner: BlockDeclaration, scope: RecordingScope): readonly BlockDeclaration[] {
  const policySource = policySourceOf(owner);
  if (policySource === undefined) return [];
  const evaluator = new Evaluator(scope);
  const values = [evaluateSource(owner, policySource, evaluator)];
  const instances = evaluator.usedInstance ? (possibleInstancesOf(owner, scope) ?? []) : [];
  append(
    values,
    instances.map(({ options }) => evaluateSource(owner, policySource, new Evaluator(scope, options))),
  );
  return values.flatMap(documentsIn);
}

function documentsIn(value: Value): readonly BlockDeclaration[] {
  if (value.kind === 'alternatives') return value.options.flatMap(documentsIn);
  const reached = value.kind === 'unknown' ? documentReachedBy(value, LIFECYCLE) : null;
  return reached === null ? [] : [reached.declaration];
}
