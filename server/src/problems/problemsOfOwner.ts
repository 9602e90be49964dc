import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import { readAccessPolicies } from '../ecr/documents/access/readAccessPolicy.ts';
import { consumedDocuments } from '../ecr/documents/lifecycle/consumedDocuments.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { ReadPolicies } from '../ecr/documents/lifecycle/readPolicy.ts';
import { readAllPolicies, readPoliciesOfDocument } from '../ecr/documents/lifecycle/readPolicy.ts';
import type { ShapedPolicy } from '../ecr/modules/shapedDocuments.ts';
import { readShapedDocuments } from '../ecr/modules/shapedDocuments.ts';
import { inIamWords } from '../facts/access/iamPolicyDocument.ts';
import { inDocumentWords } from '../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Steps } from '../module/tracking/steps.ts';
import { append } from '../syntax/arrays.ts';
import { withoutIgnoredAdvice } from './ignoredAdvice.ts';
import type { Problem } from './problem.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';

/** The problems of one policy, seen through a scope. */
export interface PolicyProblems {
  lifecycle(policy: LifecyclePolicy, scope: RecordingScope): Steps<readonly Problem[]>;
  access(policy: AccessPolicy, scope: RecordingScope): Steps<readonly Problem[]>;
}

/**
 * The problems of the policies that a block sets. A document is checked by itself when nothing in its module is known
 * to use it; otherwise it is checked where its policy is certain to be sent.
 */
export function* problemsOfOwner(
  owner: BlockDeclaration,
  scope: RecordingScope,
  find: PolicyProblems,
): Steps<readonly Problem[]> {
  const lifecycle = function* (policy: LifecyclePolicy): Steps<readonly Problem[]> {
    return withoutIgnoredAdvice(policy, yield* find.lifecycle(policy, scope));
  };
  const access = function* (policy: AccessPolicy): Steps<readonly Problem[]> {
    return withoutIgnoredAdvice(policy, yield* find.access(policy, scope));
  };
  const told = (read: ReadPolicies) => problemsOfPolicies(read, lifecycle, inDocumentWords);
  const ofAccess = { policies: readAccessPolicies(owner, scope), doubtful: [] };
  yield;
  const ofLifecycle = readAllPolicies(owner, scope);
  yield;
  const handedOver = [...(yield* told(ofLifecycle)), ...(yield* problemsOfPolicies(ofAccess, access, inIamWords))];
  if (owner.type === 'module') return [...handedOver, ...(yield* problemsOfShaped(owner, scope, find))];
  const document = readPoliciesOfDocument(owner, scope);
  yield;
  const made = yield* told(document);
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

/** Whether a problem stays for what a call passes in some form. */
const STAYS: Readonly<Record<ShapedPolicy['form'], (problem: Problem) => boolean>> = {
  text: () => true,
  object: ({ ruleId }) => ruleId !== 'policy-length',
  rules: isOfRule,
};

/** The problems of what a call passes to a module about which nothing is known. */
function* problemsOfShaped(
  owner: BlockDeclaration,
  scope: RecordingScope,
  find: PolicyProblems,
): Steps<readonly Problem[]> {
  const { lifecycle, access } = readShapedDocuments(owner, scope);
  yield;
  const found: Problem[] = [];
  for (const { policy, form } of lifecycle) {
    const read = { policies: [policy], doubtful: [] };
    const problems = yield* problemsOfPolicies(read, (one) => find.lifecycle(one, scope), inDocumentWords);
    append(found, problems.filter(STAYS[form]));
  }
  const read = { policies: access, doubtful: [] };
  append(found, yield* problemsOfPolicies(read, (policy) => find.access(policy, scope), inIamWords));
  return found;
}

/** False for what the module may add to rules, and for keys that may be its own. */
function isOfRule({ ruleId, message, fixes }: Problem): boolean {
  if (OF_WHOLE.has(ruleId)) return false;
  if (ruleId === 'policy-unknown-key') return fixes.some(({ kind }) => kind === 'one');
  return ruleId !== 'policy-missing-key' || !/rulePriority|action/.test(message);
}
