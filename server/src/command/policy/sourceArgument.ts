import { basename } from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { NamedAccessPolicy } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { accessPolicyResource, namedAccessPolicies } from '../../ecr/documents/access/namedAccessPolicies.ts';
import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { namedPolicies, policyResource } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { readPlannedPolicies } from '../../ecr/plan/plannedPolicies.ts';
import { namedUri, Reach } from '../../files/reach.ts';
import { isTerraformFile } from '../../module/sources/fileKinds.ts';
import { directoryOf } from '../../module/sources/uri.ts';
import { Workspace } from '../../module/workspace.ts';
import { loadDirectory } from '../loadDirectory.ts';
import { supplyFrom } from '../supply.ts';
import { UsageError } from '../usage.ts';

/**
 * The one policy that a SOURCE stands for: a Terraform file, `FILE#ADDRESS`, a policy's JSON, or a plan's. Throws a
 * `UsageError` for a file that cannot be read, and where it stands for none or for several.
 */
export function policyAt(source: string): NamedPolicy {
  const { file, address } = partsOf(source);
  return chosen(policiesIn(file), file, address);
}

function partsOf(source: string): { readonly file: string; readonly address: string | null } {
  const hash = source.indexOf('#');
  return hash === -1
    ? { file: source, address: null }
    : { file: source.slice(0, hash), address: source.slice(hash + 1) };
}

/** A policy of either kind, for a text about it. */
export type ExplainedPolicy = NamedPolicy | NamedAccessPolicy;

/**
 * The policies that a SOURCE stands for, lifecycle policies and policies on access: all of a file, or those at an
 * address. Throws a `UsageError` where there is none.
 */
export function explainedAt(source: string): readonly ExplainedPolicy[] {
  const { file, address } = partsOf(source);
  const policies = explainedIn(file);
  const names = policies.map((policy) => `${file}#${policy.address}`);
  if (policies.length === 0)
    throw new UsageError(`${file} has no lifecycle policy and no policy of a repository or registry`);
  const matching = address === null ? policies : policies.filter((policy) => isMeant(policy, address));
  if (matching.length === 0) throw new UsageError(`${file} has no policy at '${address}'; it has`, names);
  return matching;
}

function isMeant(policy: ExplainedPolicy, wanted: string): boolean {
  return isAt(policy.address, wanted) || ('access' in policy && policy.access.madeBy?.address === wanted);
}

function explainedIn(file: string): readonly ExplainedPolicy[] {
  const { uri, reach, text } = readNamed(file);
  if (isTerraformFile(file)) {
    return fromModule(uri, reach, (workspace) => [
      ...namedPolicies(workspace, uri),
      ...namedAccessPolicies(workspace, uri),
    ]);
  }
  return hasStatements(text) ? accessPolicyFile(file, text) : policiesIn(file);
}

/** True for the JSON of an access policy: it has statements. */
function hasStatements(text: string): boolean {
  const root = parseTree(text);
  return root !== undefined && findNodeAtLocation(root, ['Statement']) !== undefined;
}

/**
 * The one policy of a text: a policy's JSON, or Terraform code that stands in the place of a file, with the files
 * beside it from disk.
 */
export function policyFromText(text: string, place: string): NamedPolicy {
  const [file = place, address = null] = place.split('#');
  if (text.trimStart().startsWith('{')) return chosen(wrapped([{ address: 'standard input', text }]), '-', null);
  if (!isTerraformFile(file))
    throw new UsageError('standard input is no JSON, and Terraform code needs a .tf file to stand for');
  const reach = new Reach([file]);
  return chosen(policiesOfModule(namedUri(file), reach, text), '-', address);
}

function chosen(policies: readonly NamedPolicy[], file: string, address: string | null): NamedPolicy {
  const names = policies.map((policy) => `${file}#${policy.address}`);
  if (policies.length === 0) throw new UsageError(`${file} has no lifecycle policy`);
  const matching = address === null ? policies : policies.filter((policy) => isAt(policy.address, address));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  if (matching.length === 0) throw new UsageError(`${file} has no lifecycle policy at '${address}'; it has`, names);
  throw new UsageError(`${file} has several lifecycle policies; name one of`, names);
}

/** An address without a key stands for all instances of it, also where these are not told apart. */
function isAt(address: string, wanted: string): boolean {
  return address === wanted || withoutKey(address) === wanted || address === withoutKey(wanted);
}

function withoutKey(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}

function policiesIn(file: string): readonly NamedPolicy[] {
  const { uri, reach, text } = readNamed(file);
  if (isTerraformFile(file)) return policiesOfModule(uri, reach);
  if (!file.endsWith('.json')) throw new UsageError(`${file} is no Terraform file and no .json file`);
  const planned = readPlannedPolicies(text);
  if (planned === null) return wrapped([{ address: basename(file), text }]);
  return wrapped(planned);
}

function readNamed(file: string): { readonly uri: string; readonly reach: Reach; readonly text: string } {
  const uri = namedUri(file);
  const reach = new Reach([file]);
  const content = reach.read(uri);
  if (!('text' in content)) throw new UsageError(`${file} cannot be read: ${content.reason}`);
  return { uri, reach, text: content.text };
}

/** The policies that a file's blocks hand over, those of local modules that it calls among them. */
function policiesOfModule(uri: string, reach: Reach, text: string | null = null): readonly NamedPolicy[] {
  return fromModule(uri, reach, (workspace) => namedPolicies(workspace, uri), text);
}

/** What is read from the module of a file, once all that it asks for is read. */
function fromModule<Read>(
  uri: string,
  reach: Reach,
  read: (workspace: Workspace) => Read,
  text: string | null = null,
): Read {
  const workspace = new Workspace();
  loadDirectory(workspace, directoryOf(uri), reach);
  if (text !== null) workspace.openDocument(uri, text);
  const supply = supplyFrom(reach);
  let found = read(workspace);
  while (supply(workspace)) found = read(workspace);
  return found;
}

/** Policies that are texts of their own, as if resources read them. */
function wrapped(texts: readonly { readonly address: string; readonly text: string }[]): readonly NamedPolicy[] {
  return texts.flatMap(({ address, text }) => {
    const workspace = new Workspace();
    workspace.setAttachedFile('policy.json', text);
    workspace.setDiskFile('policy.tf', policyResource('file("policy.json")'));
    return namedPolicies(workspace, 'policy.tf').map((policy) => ({ ...policy, address }));
  });
}

/** The JSON of an access policy, as if the policy of a repository read it. */
function accessPolicyFile(file: string, text: string): readonly NamedAccessPolicy[] {
  const workspace = new Workspace();
  workspace.setAttachedFile('policy.json', text);
  workspace.setDiskFile('policy.tf', accessPolicyResource('file("policy.json")'));
  return namedAccessPolicies(workspace, 'policy.tf').map((policy) => ({ ...policy, address: basename(file) }));
}
