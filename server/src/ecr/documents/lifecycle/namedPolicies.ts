import { Evaluator } from '../../../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import { partsIn, partsOf } from '../../../module/sources/overrides.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { Workspace } from '../../../module/workspace.ts';
import { quote } from '../../../syntax/edit/print.ts';
import { readShapedDocuments } from '../../modules/shapedDocuments.ts';
import type { PolicyName } from '../../plan/plannedPolicies.ts';
import { UNNAMED } from '../../plan/plannedPolicies.ts';
import { existenceOf } from '../blockExistence.ts';
import type { AssumedPolicy } from './assumedPolicies.ts';
import { assumedPolicies } from './assumedPolicies.ts';
import { policySourceOf } from './policySource.ts';

/** A policy with its name. */
export interface NamedPolicy extends AssumedPolicy {
  /** The address of the block that sets it; a file's name for a policy that is a file of its own. */
  readonly address: string;
  readonly workspace: Workspace;
  /** The module that sets it, as seen through the calls that lead there. */
  readonly scope: RecordingScope;
}

/** The policies that a file's blocks set, including those of local modules that it calls. */
export function namedPolicies(workspace: Workspace, uri: string): readonly NamedPolicy[] {
  const module = workspace.moduleOf(uri);
  if (module === undefined) return [];
  const scope = new RecordingScope(module);
  return partsIn(uri, module).flatMap((block) => policiesOfBlock(block, scope, workspace));
}

/** The policies that a block sets, with their addresses below `prefix`. */
export function policiesOfBlock(
  block: BlockDeclaration,
  scope: RecordingScope,
  workspace: Workspace,
  prefix = '',
): readonly NamedPolicy[] {
  if (isBlockOf(block, 'data', POLICY_DOCUMENT_TYPE))
    return prefix === '' ? policiesOfDocument(block, scope, workspace) : [];
  const name = `${prefix}${block.address}`;
  const own = assumedPolicies(block, scope).map((assumed) => ({
    ...assumed,
    address: `${name}${assumed.policy.instance ?? ''}`,
    workspace,
    scope,
  }));
  if (block.type !== 'module' || policySourceOf(block) !== undefined) return own;
  const inner = scope.through(block, new Evaluator(scope, { assumeDefaults: true }));
  if (inner === null) return [...own, ...shapedPolicies(block, name, scope, workspace)];
  return inner.module
    .allBlocks()
    .filter((nested) => nested.type !== 'data' && existenceOf(nested, [], inner) !== 'never')
    .flatMap((nested) => partsOf(nested, inner.module))
    .flatMap((nested) => policiesOfBlock(nested, inner, workspace, `${name}.`));
}

/** The whole policies that a call passes to a module about which nothing is known. */
function shapedPolicies(
  block: BlockDeclaration,
  address: string,
  scope: RecordingScope,
  workspace: Workspace,
): readonly NamedPolicy[] {
  const whole = readShapedDocuments(block, scope).lifecycle.filter(({ form }) => form !== 'rules');
  return whole.map(({ policy }, index) => {
    const key = whole.length === 1 ? '' : `[${index}]`;
    return { policy, assumptions: [], address: `${address}${key}`, workspace, scope };
  });
}

/** A document is read as the policy that a resource would use it for. */
function policiesOfDocument(
  block: BlockDeclaration,
  scope: RecordingScope,
  workspace: Workspace,
): readonly NamedPolicy[] {
  const module = scope.module;
  const text = policyResource(`${block.address}.json`);
  const probe = new Workspace(workspace);
  for (const { uri, syntax } of module.files) probe.setDiskFile(uri, syntax.text);
  const uri = `${module.directory}/~policy.tf`;
  probe.setDiskFile(uri, text);
  return namedPolicies(probe, uri).map((policy) => ({ ...policy, address: block.address, workspace }));
}

/** A resource that uses an expression's value; for a template if `named` says so. */
export function policyResource(expression: string, { kind, name }: PolicyName = UNNAMED): string {
  const [type, argument] =
    kind === 'prefix'
      ? ['aws_ecr_repository_creation_template', 'lifecycle_policy']
      : ['aws_ecr_lifecycle_policy', 'policy'];
  const value = name === null ? 'var.repository' : quote(name);
  return `resource "${type}" "policy" {\n  ${kind} = ${value}\n  ${argument} = ${expression}\n}\n`;
}
