import { consumedDocuments } from '../ecr/documents/lifecycle/consumedDocuments.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { ReadPolicies } from '../ecr/documents/lifecycle/readPolicy.ts';
import { readAllPolicies, readPoliciesOfDocument } from '../ecr/documents/lifecycle/readPolicy.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Problem } from './problem.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';

/** What is found in one policy, seen through a scope. */
export type CheckPolicy = (policy: LifecyclePolicy, scope: RecordingScope) => readonly Problem[];

/**
 * The problems of the policies that a block hands over. A document is checked by itself where nothing in its module is
 * known to hand it over; where something does, that is where its policy is sure to be sent.
 */
export function problemsOfOwner(
  owner: BlockDeclaration,
  scope: RecordingScope,
  check: CheckPolicy,
): readonly Problem[] {
  const told = (read: ReadPolicies) => problemsOfPolicies(read, (policy) => check(policy, scope));
  const handedOver = told(readAllPolicies(owner, scope));
  const made = told(readPoliciesOfDocument(owner, scope));
  if (made.length === 0) return handedOver;
  const isConsumed = scope.ask((module) => module.remember(consumedDocuments).has(owner));
  return isConsumed ? handedOver : [...handedOver, ...made];
}
