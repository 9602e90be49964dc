import { compactLength } from '../../ecr/documents/compactLength.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { readPolicies } from '../../ecr/documents/lifecycle/readPolicy.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import { POLICY_LIMITS } from '../../facts/lifecycle/policyLimits.ts';
import { printNumber } from '../../facts/printNumber.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { CodeLens } from './codeLens.ts';

/** When a lens shows the length of its policy: `auto` once most of the limit is used. */
export type SizeWish = 'auto' | 'always' | 'never';

/** From this share of the maximum length on, a policy is near the limit. */
const NEAR = 2 / 3;

/** The lens above a block that sets or makes a lifecycle policy: its summary, and its simulation. */
export function policyLens(
  declaration: BlockDeclaration,
  offset: number,
  scope: RecordingScope,
  sizes: SizeWish,
): CodeLens | null {
  const isDocument = isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE);
  if (!isDocument && policySourceOf(declaration) === undefined) return null;
  const [first, second] = isDocument ? [] : readPolicies(declaration, scope);
  const facts = first === undefined || second !== undefined ? [] : [rulesOf(first), sizeOf(first, sizes)];
  const title = ['Simulate', ...facts.filter((fact) => fact !== null)].join(' · ');
  return { offset, title, leads: { kind: 'simulation' } };
}

function rulesOf(policy: LifecyclePolicy): string | null {
  const list = rulesListOf(policy);
  if (list === null || list.open) return null;
  return list.items.length === 1 ? '1 rule' : `${list.items.length} rules`;
}

/** The size of the text that AWS gets, with the limit if it is near. */
function sizeOf({ root }: LifecyclePolicy, sizes: SizeWish): string | null {
  const size = root === null || sizes === 'never' ? null : compactLength(root);
  if (root === null || size === null) return null;
  const characters = printNumber(size);
  const isNear = size >= NEAR * POLICY_LIMITS.longestText;
  if (isNear) return `${characters} of ${printNumber(POLICY_LIMITS.longestText)} characters`;
  return sizes === 'always' ? `${characters} characters` : null;
}
