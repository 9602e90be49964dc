import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { POLICY_ARGUMENTS } from '../../facts/lifecycle/policyArguments.ts';

/** A policy of a plan: the text that Terraform is to send, and where the plan spells it as a JSON string. */
export interface PlannedPolicy {
  readonly address: string;
  readonly text: string;
  /** Where a position of the text stands in the plan, which spells it as a string; both are UTF-16 offsets. */
  readonly at: (position: number) => number;
}

/**
 * The lifecycle policies in the output of `terraform show -json` of a plan or a state, or null for any other text.
 * Policies that are known after apply only are left out.
 * Source: Terraform's documentation, "JSON output format", format version 1.
 */
export function readPlannedPolicies(text: string): readonly PlannedPolicy[] | null {
  const plan = parseTree(text);
  if (plan === undefined) return null;
  const version = findNodeAtLocation(plan, ['format_version']);
  const values = findNodeAtLocation(plan, ['planned_values']) ?? findNodeAtLocation(plan, ['values']);
  if (version?.type !== 'string' || values === undefined) return null;
  const root = findNodeAtLocation(values, ['root_module']);
  return root === undefined ? [] : fromModule(root, text);
}

function fromModule(module: Node, plan: string): PlannedPolicy[] {
  const own = itemsOf(module, 'resources').flatMap((resource) => fromResource(resource, plan));
  return [...own, ...itemsOf(module, 'child_modules').flatMap((child) => fromModule(child, plan))];
}

function fromResource(resource: Node, plan: string): PlannedPolicy[] {
  const type = textAt(resource, ['type']);
  const fact = POLICY_ARGUMENTS.find(({ of }) => 'resource' in of && of.resource === type);
  if (fact === undefined || textAt(resource, ['mode']) !== 'managed') return [];
  const path = ['values', fact.argument, ...(fact.key === undefined ? [] : [fact.key])];
  const node = findNodeAtLocation(resource, path);
  const address = textAt(resource, ['address']);
  if (node?.type !== 'string' || address === null) return [];
  const spelled = plan.slice(node.offset + 1, node.offset + node.length - 1);
  return [{ address, text: String(node.value), at: positionsIn(spelled, node.offset + 1) }];
}

/** Where each character of a string stands that JSON spells from an offset on, escapes counting as what they stand for. */
function positionsIn(spelled: string, start: number): PlannedPolicy['at'] {
  let offsets: readonly number[] | null = null;
  return (position) => {
    offsets ??= [...spelled.matchAll(/\\u[0-9a-fA-F]{4}|\\.|[^\\]/gs)].map(({ index }) => start + index);
    return offsets[position] ?? start + spelled.length;
  };
}

function itemsOf(node: Node, key: string): readonly Node[] {
  const list = findNodeAtLocation(node, [key]);
  return list?.type === 'array' ? (list.children ?? []) : [];
}

function textAt(node: Node, path: string[]): string | null {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'string' ? String(found.value) : null;
}
