import { basename } from 'node:path';
import type { NamedAccessPolicy } from '../../ecr/documents/access/namedAccessPolicies.ts';
import {
  accessDocumentAt,
  accessPolicyResource,
  namedAccessPolicies,
} from '../../ecr/documents/access/namedAccessPolicies.ts';
import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { namedPolicies, policyResource } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import type { PlannedPolicy, PolicyName } from '../../ecr/plan/plannedPolicies.ts';
import { isAccessPolicyText, readPlannedPolicies, UNNAMED } from '../../ecr/plan/plannedPolicies.ts';
import { namedUri, Reach } from '../../files/reach.ts';
import { isTerraformFile } from '../../module/sources/fileKinds.ts';
import { directoryOf } from '../../module/sources/uri.ts';
import { Workspace } from '../../module/workspace.ts';
import { loadDirectory } from '../loadDirectory.ts';
import { loadSettings } from '../loadSettings.ts';
import { supplyFrom } from '../supply.ts';
import { UsageError } from '../usage.ts';

/** A lifecycle policy or an access policy, with its name. */
export type AnyPolicy = NamedPolicy | NamedAccessPolicy;

/** The lifecycle policies of a file of any kind. Throws a `UsageError` for an unreadable one. */
export function policiesIn(file: string): readonly NamedPolicy[] {
  const { uri, reach, text } = readNamed(file);
  if (isTerraformFile(file)) return policiesOfModule(uri, reach);
  return textsIn(file, text).flatMap(({ address, target, text: policy, named }) =>
    // A single file is treated as the requested one.
    target === null || readPlannedPolicies(text) === null ? lifecycleText(address, policy, { uri, reach, named }) : [],
  );
}

/** The lifecycle and access policies of a file of any kind. Throws a `UsageError` for an unreadable one. */
export function anyPoliciesIn(file: string): readonly AnyPolicy[] {
  const { uri, reach, text } = readNamed(file);
  if (isTerraformFile(file)) {
    return fromModule(uri, reach, (workspace) => [
      ...namedPolicies(workspace, uri),
      ...namedAccessPolicies(workspace, uri),
    ]);
  }
  return textsIn(file, text).flatMap(({ address, target, text: policy }): readonly AnyPolicy[] =>
    target === null ? lifecycleText(address, policy) : accessText(address, policy, target),
  );
}

/** The output of a data source that makes IAM policies, by its address in a Terraform file; null for anything else. */
export function madeIn(file: string, address: string): NamedAccessPolicy | null {
  if (!isTerraformFile(file)) return null;
  const { uri, reach } = readNamed(file);
  return fromModule(uri, reach, (workspace) => accessDocumentAt(workspace, uri, address.replace(/\.json$/, '')));
}

/** The policies that a file's blocks pass to ECR, including those of local modules that it calls. */
export function policiesOfModule(uri: string, reach: Reach, text: string | null = null): readonly NamedPolicy[] {
  return fromModule(uri, reach, (workspace) => namedPolicies(workspace, uri), text);
}

/** The origin of a text, and its purpose. */
interface TextOrigin {
  readonly uri: string;
  readonly reach: Reach;
  readonly named: PolicyName;
}

/** A lifecycle policy that is a text of its own, as if a resource beside the file read it. */
export function lifecycleText(address: string, text: string, origin: TextOrigin | null = null): readonly NamedPolicy[] {
  const workspace = new Workspace();
  const directory = origin === null ? '' : `${origin.uri}~/`;
  if (origin !== null) loadSettings([origin.uri], [], { workspace, reach: origin.reach, fail: failed });
  workspace.setAttachedFile(`${directory}policy.json`, text);
  const code = policyResource('file("policy.json")', origin?.named);
  workspace.setDiskFile(`${directory}policy.tf`, code);
  return namedPolicies(workspace, `${directory}policy.tf`).map((policy) => ({ ...policy, address }));
}

function failed(message: string): never {
  throw new UsageError(message);
}

function accessText(
  address: string,
  text: string,
  target: NonNullable<PlannedPolicy['target']>,
): readonly NamedAccessPolicy[] {
  const workspace = new Workspace();
  workspace.setAttachedFile('policy.json', text);
  workspace.setDiskFile('policy.tf', accessPolicyResource('file("policy.json")', target));
  return namedAccessPolicies(workspace, 'policy.tf').map((policy) => ({ ...policy, address }));
}

/** The policies of a JSON file: those of a plan, or the file itself. */
function textsIn(file: string, text: string): readonly Pick<PlannedPolicy, 'address' | 'target' | 'text' | 'named'>[] {
  if (!file.endsWith('.json')) throw new UsageError(`${file} is neither a Terraform file nor a .json file`);
  const target = isAccessPolicyText(text) ? ('repository' as const) : null;
  const alone = { address: basename(file), target, text, named: UNNAMED };
  return readPlannedPolicies(text) ?? [alone];
}

function readNamed(file: string): { readonly uri: string; readonly reach: Reach; readonly text: string } {
  const uri = namedUri(file);
  const reach = new Reach([file]);
  const content = reach.read(uri);
  if (!('text' in content)) throw new UsageError(`${file} cannot be read: ${content.reason}`);
  return { uri, reach, text: content.text };
}

/** Reads everything that the file's module asks for, then reads the value. */
function fromModule<Read>(
  uri: string,
  reach: Reach,
  read: (workspace: Workspace) => Read,
  text: string | null = null,
): Read {
  const workspace = new Workspace();
  loadDirectory(workspace, directoryOf(uri), reach);
  loadSettings([uri], [], { workspace, reach, fail: failed });
  if (text !== null) workspace.openDocument(uri, text);
  const supply = supplyFrom(reach, workspace);
  let found = read(workspace);
  while (supply()) found = read(workspace);
  return found;
}
