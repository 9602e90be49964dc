import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AssumedPolicy } from '../ecr/policy/assumedPolicies.ts';
import { assumedPolicies } from '../ecr/policy/assumedPolicies.ts';
import { policySourceOf } from '../ecr/policy/policySource.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../facts/policyDocument.ts';
import { isTerraformFile } from '../files/access.ts';
import { nodeFiles } from '../files/nodeFiles.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import { isBlockOf } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import { directoryOf, Workspace } from '../module/workspace.ts';
import { readPlannedPolicies } from './plannedPolicies.ts';
import { supplyFrom } from './supply.ts';
import { UsageError } from './usage.ts';

/** A policy that a command was asked about. */
export interface NamedPolicy extends AssumedPolicy {
  /** The address of what hands it over; the file's name for a policy of its own. */
  readonly address: string;
  readonly workspace: Workspace;
}

/**
 * The one policy that a SOURCE stands for: a Terraform file, `FILE#ADDRESS`, a policy's JSON, or a plan's. Throws a
 * `UsageError` for a file that cannot be read, and where it stands for none or for several.
 */
export function policyAt(source: string): NamedPolicy {
  const hash = source.indexOf('#');
  const file = hash === -1 ? source : source.slice(0, hash);
  const address = hash === -1 ? null : source.slice(hash + 1);
  return chosen(policiesIn(file), file, address);
}

function chosen(policies: readonly NamedPolicy[], file: string, address: string | null): NamedPolicy {
  const names = policies.map((policy) => `  ${file}#${policy.address}`).join('\n');
  if (policies.length === 0) throw new UsageError(`${file} has no lifecycle policy`);
  const matching = address === null ? policies : policies.filter((policy) => isAt(policy.address, address));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  if (matching.length === 0) throw new UsageError(`${file} has no lifecycle policy at '${address}'; it has\n${names}`);
  throw new UsageError(`${file} has several lifecycle policies; name one of\n${names}`);
}

/** An address without a key stands for all instances of it. */
function isAt(address: string, wanted: string): boolean {
  return address === wanted || address.replace(/\[[^\]]*\]$/, '') === wanted;
}

function policiesIn(file: string): readonly NamedPolicy[] {
  const uri = pathToFileURL(resolve(file)).href;
  const content = nodeFiles.readNow(uri);
  if (!('text' in content)) throw new UsageError(`${file} cannot be read: ${content.reason}`);
  if (isTerraformFile(file)) return policiesOfModule(uri);
  if (!file.endsWith('.json')) throw new UsageError(`${file} is no Terraform file and no .json file`);
  const planned = readPlannedPolicies(content.text);
  if (planned === null) return wrapped([{ address: basename(file), text: content.text }]);
  return wrapped(planned);
}

/** The policies that a file's blocks hand over, those of local modules that it calls among them. */
function policiesOfModule(uri: string): readonly NamedPolicy[] {
  const workspace = new Workspace();
  const directory = directoryOf(uri);
  for (const neighbour of nodeFiles.listDirectoryNow(directory)) {
    const content = nodeFiles.readNow(neighbour);
    if ('text' in content) workspace.setDiskFile(neighbour, content.text);
  }
  const supply = supplyFrom([`${directory}/`]);
  const read = () => readBlocks(workspace, uri);
  let policies = read();
  while (supply(workspace)) policies = read();
  return policies;
}

function readBlocks(workspace: Workspace, uri: string): readonly NamedPolicy[] {
  const module = workspace.moduleOf(uri);
  if (module === undefined) return [];
  const scope = new RecordingScope(module);
  const blocks = [...module.allBlocks()].filter(({ source }) => source.uri === uri);
  return blocks.flatMap((block) => policiesOfBlock(block, scope, '', workspace));
}

function policiesOfBlock(
  block: BlockDeclaration,
  scope: RecordingScope,
  prefix: string,
  workspace: Workspace,
): readonly NamedPolicy[] {
  if (isBlockOf(block, 'data', POLICY_DOCUMENT_TYPE)) return policiesOfDocument(block, scope, prefix, workspace);
  const name = `${prefix}${block.address}`;
  const own = assumedPolicies(block, scope).map((assumed) => ({
    ...assumed,
    address: `${name}${assumed.policy.instance ?? ''}`,
    workspace,
  }));
  if (block.type !== 'module' || policySourceOf(block) !== undefined) return own;
  const inner = scope.through(block, new Evaluator(scope, { assumeDefaults: true }));
  if (inner === null) return own;
  return [...inner.module.allBlocks()]
    .filter(({ type }) => type !== 'data')
    .flatMap((nested) => policiesOfBlock(nested, inner, `${name}.`, workspace));
}

/** A document is read as the policy that a resource would hand over. */
function policiesOfDocument(
  block: BlockDeclaration,
  scope: RecordingScope,
  prefix: string,
  workspace: Workspace,
): readonly NamedPolicy[] {
  if (prefix !== '') return [];
  const module = scope.module;
  const text = policyResource(`${block.address}.json`);
  const probe = new Workspace(workspace);
  for (const { uri, syntax } of module.files) probe.setDiskFile(uri, syntax.text);
  const uri = `${module.directory}/~policy.tf`;
  probe.setDiskFile(uri, text);
  return readBlocks(probe, uri).map((policy) => ({ ...policy, address: block.address, workspace }));
}

/** Policies that are texts of their own, as if resources read them. */
function wrapped(texts: readonly { readonly address: string; readonly text: string }[]): readonly NamedPolicy[] {
  return texts.flatMap(({ address, text }) => {
    const workspace = new Workspace();
    workspace.setAttachedFile('policy.json', text);
    workspace.setDiskFile('policy.tf', policyResource('file("policy.json")'));
    const module: Module | undefined = workspace.moduleOf('policy.tf');
    return module === undefined ? [] : readBlocks(workspace, 'policy.tf').map((policy) => ({ ...policy, address }));
  });
}

function policyResource(expression: string): string {
  return `resource "aws_ecr_lifecycle_policy" "policy" {\n  repository = "repository"\n  policy = ${expression}\n}\n`;
}
