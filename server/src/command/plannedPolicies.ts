import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { POLICY_ARGUMENTS } from '../facts/policyArguments.ts';

/** A policy of a plan: the text that Terraform is to send, and where the plan spells it as a JSON string. */
export interface PlannedPolicy {
  readonly address: string;
  readonly text: string;
  /** Offset of the opening quote in the plan, UTF-16. */
  readonly start: number;
  /** Offset after the closing quote. */
  readonly end: number;
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
  return root === undefined ? [] : fromModule(root);
}

function fromModule(module: Node): PlannedPolicy[] {
  const own = itemsOf(module, 'resources').flatMap(fromResource);
  return [...own, ...itemsOf(module, 'child_modules').flatMap(fromModule)];
}

function fromResource(resource: Node): PlannedPolicy[] {
  const type = textAt(resource, ['type']);
  const fact = POLICY_ARGUMENTS.find(({ of }) => 'resource' in of && of.resource === type);
  if (fact === undefined || textAt(resource, ['mode']) !== 'managed') return [];
  const path = ['values', fact.argument, ...(fact.key === undefined ? [] : [fact.key])];
  const node = findNodeAtLocation(resource, path);
  const address = textAt(resource, ['address']);
  if (node?.type !== 'string' || address === null) return [];
  return [{ address, text: String(node.value), start: node.offset, end: node.offset + node.length }];
}

function itemsOf(node: Node, key: string): readonly Node[] {
  const list = findNodeAtLocation(node, [key]);
  return list?.type === 'array' ? (list.children ?? []) : [];
}

function textAt(node: Node, path: string[]): string | null {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'string' ? String(found.value) : null;
}
