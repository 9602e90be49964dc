import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, getLocation, getNodeValue, parseTree } from 'jsonc-parser';
import { isRecord } from '../../facts/isRecord.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import { canonicalUri } from '../../module/sources/uri.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import { plannedCode } from './plannedCode.ts';
import { configurationsIn } from './plannedConfigurations.ts';
import type { PlannedProvider } from './plannedProvider.ts';

/** A resource of a plan, as code that is checked instead. */
export interface PlannedResource {
  /** The URI under which the workspace holds the code. */
  readonly uri: string;
  /** The plan. */
  readonly file: string;
  readonly address: string;
  readonly type: string;
  /** The range in the plan for a range of the code; both are UTF-16 offsets. */
  readonly rangeIn: (range: Range) => Range;
}

/**
 * Adds the ECR resources in the output of `terraform show -json` to the workspace, each in a module of its own and
 * without its policies, which are checked separately. Adds none for any other text.
 */
export function givePlannedResources(workspace: Workspace, fileUri: string, text: string): readonly PlannedResource[] {
  const plan = parseTree(text);
  const version = plan && findNodeAtLocation(plan, ['format_version']);
  const values = plan && (findNodeAtLocation(plan, ['planned_values']) ?? findNodeAtLocation(plan, ['values']));
  const root = values && findNodeAtLocation(values, ['root_module']);
  if (plan === undefined || version?.type !== 'string' || root === undefined) return [];
  const file = canonicalUri(fileUri);
  const unknown = unknownByAddress(plan);
  const configurationOf = configurationsIn(plan);
  return resourcesIn(root).flatMap((resource, number) => {
    const address = textAt(resource, 'address');
    const type = textAt(resource, 'type');
    if (address === null || type === null || textAt(resource, 'mode') !== 'managed') return [];
    const code = codeOf(resource, type, unknown.get(address), configurationOf(address));
    if (code === null) return [];
    const uri = `${file}~resources/${number}/planned.tf.json`;
    workspace.setDiskFile(uri, code);
    return [{ uri, file, address, type, rangeIn: ({ start }: Range) => rangeOf(resource, code, start) }];
  });
}

function codeOf(resource: Node, type: string, unknown: unknown, configuration: PlannedProvider | null): string | null {
  const fact = bodyFact('resource', type);
  const node = findNodeAtLocation(resource, ['values']);
  const values: unknown = node && getNodeValue(node);
  if (fact === undefined || !isRecord(values)) return null;
  const policies = fact.arguments.filter(({ role }) => role === 'lifecycle-policy' || role === 'access-policy');
  const mask = Object.fromEntries(policies.map(({ name }) => [name, true]));
  return plannedCode(type, values, { ...(isRecord(unknown) ? unknown : {}), ...mask }, configuration);
}

/** The value at the same path of the resource's values; its address when there is none. */
function rangeOf(resource: Node, code: string, start: number): Range {
  const [, , , ...path] = getLocation(code, start).path;
  const node =
    (path.length === 0 ? undefined : findNodeAtLocation(resource, ['values', ...path])) ??
    findNodeAtLocation(resource, ['address']) ??
    resource;
  return { start: node.offset, end: node.offset + node.length };
}

/** What is known only after apply, for each resource that the plan changes. */
function unknownByAddress(plan: Node): ReadonlyMap<string, unknown> {
  const changes = itemsOf(plan, 'resource_changes').flatMap((change): [string, unknown][] => {
    const address = textAt(change, 'address');
    const node = findNodeAtLocation(change, ['change', 'after_unknown']);
    return address === null || node === undefined ? [] : [[address, getNodeValue(node)]];
  });
  return new Map(changes);
}

function resourcesIn(module: Node): readonly Node[] {
  return [...itemsOf(module, 'resources'), ...itemsOf(module, 'child_modules').flatMap(resourcesIn)];
}

function itemsOf(node: Node, key: string): readonly Node[] {
  const list = findNodeAtLocation(node, [key]);
  return list?.type === 'array' ? (list.children ?? []) : [];
}

function textAt(node: Node, key: string): string | null {
  const found = findNodeAtLocation(node, [key]);
  return found?.type === 'string' ? String(found.value) : null;
}
