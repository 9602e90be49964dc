import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import { readAccessPolicies } from '../ecr/documents/access/readAccessPolicy.ts';
import { consumedDocuments } from '../ecr/documents/lifecycle/consumedDocuments.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { ReadPolicies } from '../ecr/documents/lifecycle/readPolicy.ts';
import { readAllPolicies, readPoliciesOfDocument } from '../ecr/documents/lifecycle/readPolicy.ts';
import { readShapedDocuments } from '../ecr/modules/shapedDocuments.ts';
import { inIamWords } from '../facts/access/iamPolicyDocument.ts';
import { inDocumentWords } from '../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import { withoutIgnoredAdvice } from './ignoredAdvice.ts';
import type { Problem } from './problem.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';

/** The problems of one policy, seen through a scope. */
export interface PolicyProblems {
  lifecycle(policy: LifecyclePolicy, scope: RecordingScope): readonly Problem[];
  access(policy: AccessPolicy, scope: RecordingScope): readonly Problem[];
}

/**
 * The problems of the policies that a block sets. A document is checked by itself when nothing in its module is known
 * to use it; otherwise it is checked where its policy is certain to be sent.
 */
export function problemsOfOwner(
  owner: BlockDeclaration,
  scope: RecordingScope,
  find: PolicyProblems,
): readonly Problem[] {
  const told = (read: ReadPolicies) =>
    problemsOfPolicies(read, (policy) => withoutIgnoredAdvice(policy, find.lifecycle(policy, scope)), inDocumentWords);
  const access = { policies: readAccessPolicies(owner, scope), doubtful: [] };
  const handedOver = [
    ...told(readAllPolicies(owner, scope)),
    ...problemsOfPolicies(access, (policy) => withoutIgnoredAdvice(policy, find.access(policy, scope)), inIamWords),
  ];
  if (owner.type === 'module') return [...handedOver, ...problemsOfShaped(owner, scope, find)];
  const made = told(readPoliciesOfDocument(owner, scope));
  if (made.length === 0) return handedOver;
  const isConsumed = scope.ask((module) => module.remember(consumedDocuments).has(owner));
  return isConsumed ? handedOver : [...handedOver, ...made];
}

/** Problems of whole policies, which do not apply when a module may add rules and numbers. */
const OF_WHOLE: ReadonlySet<string> = new Set([
  'policy-growth',
  'policy-length',
  'policy-rule-count',
  'rule-priority-duplicate',
  'rule-any-not-last',
  'rule-any-repeated',
  'rule-untagged-repeated',
  'rule-tag-list-repeated',
  'rule-shadowed',
]);

/** The problems of what a call passes to a module about which nothing is known. */
function problemsOfShaped(owner: BlockDeclaration, scope: RecordingScope, find: PolicyProblems): readonly Problem[] {
  const { lifecycle, access } = readShapedDocuments(owner, scope);
  const ofPolicies = lifecycle.flatMap(({ policy, form }) => {
    const read = { policies: [policy], doubtful: [] };
    const problems = problemsOfPolicies(read, (one) => find.lifecycle(one, scope), inDocumentWords);
    if (form === 'text') return problems;
    return problems.filter((problem) => (form === 'object' ? problem.ruleId !== 'policy-length' : isOfRule(problem)));
  });
  const read = { policies: access, doubtful: [] };
  return [...ofPolicies, ...problemsOfPolicies(read, (policy) => find.access(policy, scope), inIamWords)];
}

/** False for what the module may add to rules, and for keys that may be its own. */
function isOfRule({ ruleId, message, fixes }: Problem): boolean {
  if (OF_WHOLE.has(ruleId)) return false;
  if (ruleId === 'policy-unknown-key') return fixes.some(({ kind }) => kind === 'one');
  return ruleId !== 'policy-missing-key' || !/rulePriority|action/.test(message);
}
