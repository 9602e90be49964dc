import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { namedPolicies, policyResource } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { Workspace } from '../../module/workspace.ts';
import { simulatedRulesOf } from '../../simulate/input/readRules.ts';

/** The rules of a policy in a plan; `refused` when AWS would reject it, with the reasons. */
export type ReadPolicy =
  | { readonly kind: 'rules'; readonly rules: readonly SimulatedRule[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** Reads a lifecycle policy from its JSON. */
export function readPolicyText(text: string): ReadPolicy {
  const workspace = new Workspace();
  workspace.setAttachedFile('policy.json', text);
  workspace.setDiskFile('policy.tf', policyResource('file("policy.json")'));
  const [named] = namedPolicies(workspace, 'policy.tf');
  if (named === undefined) return { kind: 'refused', reasons: ['It is not a policy.'] };
  const read = simulatedRulesOf(named.policy);
  return read.kind === 'rules'
    ? { kind: 'rules', rules: read.rules }
    : { kind: 'refused', reasons: read.obstacles.map(({ message }) => message) };
}
