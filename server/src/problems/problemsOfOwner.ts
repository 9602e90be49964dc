import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import { readAccessPolicies } from '../ecr/documents/access/readAccessPolicy.ts';
import { consumedDocuments } from '../ecr/documents/lifecycle/consumedDocuments.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { ReadPolicies } from '../ecr/documents/lifecycle/readPolicy.ts';
import { readAllPolicies, readPoliciesOfDocument } from '../ecr/documents/lifecycle/readPolicy.ts';
import { inIamWords } from '../facts/access/iamPolicyDocument.ts';
import { inDocumentWords } from '../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Problem } from './problem.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';

/** What is found in one policy, seen through a scope. */
export interface PolicyProblems {
  lifecycle(policy: LifecyclePolicy, scope: RecordingScope): readonly Problem[];
  access(policy: AccessPolicy, scope: RecordingScope): readonly Problem[];
}

/**
 * The problems of the policies that a block hands over. A document is checked by itself where nothing in its module is
 * known to hand it over; where something does, that is where its policy is sure to be sent.
 */
export function problemsOfOwner(
  owner: BlockDeclaration,
  scope: RecordingScope,
  find: PolicyProblems,
): readonly Problem[] {
  const told = (read: ReadPolicies) =>
    problemsOfPolicies(read, (policy) => find.lifecycle(policy, scope), inDocumentWords);
  const access = { policies: readAccessPolicies(owner, scope), doubtful: [] };
  const handedOver = [
    ...told(readAllPolicies(owner, scope)),
    ...problemsOfPolicies(access, (policy) => find.access(policy, scope), inIamWords),
  ];
  const made = told(readPoliciesOfDocument(owner, scope));
  if (made.length === 0) return handedOver;
  const isConsumed = scope.ask((module) => module.remember(consumedDocuments).has(owner));
  return isConsumed ? handedOver : [...handedOver, ...made];
}
