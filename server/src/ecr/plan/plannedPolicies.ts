import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AccessTarget } from '../../facts/access/accessPlaces.ts';
import { ACCESS_PLACES } from '../../facts/access/accessPlaces.ts';
import type { DocumentPlace } from '../../facts/documentPlace.ts';
import { POLICY_ARGUMENTS } from '../../facts/lifecycle/policyArguments.ts';

/** The repository of a policy, or the prefix of a template; null when unknown. */
export interface PolicyName {
  readonly kind: 'repository' | 'prefix';
  readonly name: string | null;
}

export const UNNAMED: PolicyName = { kind: 'repository', name: null };

/** A policy in a plan: the text that Terraform will send, and where the plan has it as a JSON string. */
export interface PlannedPolicy {
  readonly address: string;
  /** The kind of resource that has an access policy; null for a lifecycle policy. */
  readonly target: AccessTarget | null;
  readonly text: string;
  /** The repository or prefix that it applies to. */
  readonly named: PolicyName;
  /** Where a position of the text is in the plan, which spells the text as a string; both are UTF-16 offsets. */
  readonly at: (position: number) => number;
}

/**
 * The lifecycle and access policies in the output of `terraform show -json` of a plan or a state, or null for any other
 * text. Policies that are only known after apply are left out. Source: Terraform's documentation, "JSON output format",
 * format version 1.
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
  const address = textAt(resource, ['address']);
  if (type === null || address === null || textAt(resource, ['mode']) !== 'managed') return [];
  const isOwn = ({ of }: DocumentPlace) => 'resource' in of && of.resource === type;
  const nameOf = ({ names }: DocumentPlace): PolicyName => {
    if (names === undefined) return UNNAMED;
    const [kind, argument] =
      'prefix' in names ? (['prefix', names.prefix] as const) : (['repository', names.repository] as const);
    return { kind, name: textAt(resource, ['values', argument]) };
  };
  const lifecycle = POLICY_ARGUMENTS.filter(isOwn).map((fact) => ({ fact, target: null }));
  const access = ACCESS_PLACES.filter(isOwn).map((fact) => ({ fact, target: fact.target }));
  return [...lifecycle, ...access].flatMap(({ fact, target }) => {
    const path = ['values', fact.argument, ...(fact.key === undefined ? [] : [fact.key])];
    const node = findNodeAtLocation(resource, path);
    if (node?.type !== 'string' || (fact.emptyMeansNone === true && node.value === '')) return [];
    const spelled = plan.slice(node.offset + 1, node.offset + node.length - 1);
    return [
      { address, target, named: nameOf(fact), text: String(node.value), at: positionsIn(spelled, node.offset + 1) },
    ];
  });
}

/** The source offset of each character of a JSON string; an escape counts as the character that it means. */
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

/** True for the JSON of an access policy, which has statements. */
export function isAccessPolicyText(text: string): boolean {
  const root = parseTree(text);
  return root !== undefined && findNodeAtLocation(root, ['Statement']) !== undefined;
}

function textAt(node: Node, path: string[]): string | null {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'string' ? String(found.value) : null;
}
