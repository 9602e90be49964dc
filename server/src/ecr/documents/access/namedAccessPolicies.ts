import type { EvaluationOptions } from '../../../evaluate/evaluate.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { AccessTarget } from '../../../facts/access/accessPlaces.ts';
import { IAM_DOCUMENT_TYPE } from '../../../facts/access/iamPolicyDocument.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { partsIn } from '../../../module/sources/overrides.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { Workspace } from '../../../module/workspace.ts';
import { instancesOf } from '../../instances.ts';
import { evaluateSource } from '../handedOver.ts';
import { ownersThroughCalls } from '../ownersThroughCalls.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { accessPolicyOf, accessSourceOf } from './readAccessPolicy.ts';

/** An access policy under the assumption that callers leave variables at their defaults. */
export interface AssumedAccessPolicy {
  readonly access: AccessPolicy;
  /** Names of the variables whose default, or value from a variables file, was used. */
  readonly assumptions: readonly string[];
}

/** The same, with its name. */
export interface NamedAccessPolicy extends AssumedAccessPolicy {
  /** The address of the block that sets it. */
  readonly address: string;
  readonly workspace: Workspace;
}

/** The access policies that a file's blocks set, including those of local modules that it calls. */
export function namedAccessPolicies(workspace: Workspace, uri: string): readonly NamedAccessPolicy[] {
  const module = workspace.moduleOf(uri);
  if (module === undefined) return [];
  const scope = new RecordingScope(module);
  return partsIn(uri, module).flatMap((block) => accessPoliciesOfBlock(block, scope, workspace));
}

/** The access policies that a block sets, directly or through the module that it calls. */
export function accessPoliciesOfBlock(
  block: BlockDeclaration,
  scope: RecordingScope,
  workspace: Workspace,
): readonly NamedAccessPolicy[] {
  return ownersThroughCalls(block, scope).flatMap((reached) =>
    assumedAccessPolicies(reached.owner, reached.scope).map((assumed) => ({
      ...assumed,
      address: `${reached.address}${assumed.access.instance ?? ''}`,
      workspace,
    })),
  );
}

/** The access policies of a block, one for each instance, with the defaults of variables counting as known. */
export function assumedAccessPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly AssumedAccessPolicy[] {
  const source = accessSourceOf(owner);
  if (source === undefined) return [];
  const read = (options: EvaluationOptions, instance: string | null) => {
    const evaluator = new Evaluator(scope, { ...options, assumeDefaults: true });
    const access = accessPolicyOf(owner, source, evaluateSource(owner, source, evaluator), instance);
    const assumptions = [...evaluator.assumptions].sort();
    return { found: access === null ? [] : [{ access, assumptions }], dependsOnInstance: evaluator.usedInstance };
  };
  const alone = read({}, null);
  const instances = alone.dependsOnInstance ? instancesOf(owner, scope, { assumeDefaults: true }) : null;
  return instances?.flatMap(({ key, options }) => read(options, key).found) ?? alone.found;
}

/**
 * The output of a data source that makes IAM policies, whatever uses it; `address` may name one of its instances. Null
 * when the file's module has no such data source.
 */
export function accessDocumentAt(workspace: Workspace, uri: string, address: string): NamedAccessPolicy | null {
  const module = workspace.moduleOf(uri);
  const block = address.replace(/\[[^\]]*\]$/, '');
  const isDocument = block.startsWith(`data.${IAM_DOCUMENT_TYPE}.`);
  if (!isDocument || module?.allBlocks().some((one) => one.address === block) !== true) return null;
  const probe = new Workspace(workspace);
  for (const { uri: own, syntax } of module.files) probe.setDiskFile(own, syntax.text);
  const asked = `${module.directory}/~policy.tf`;
  probe.setDiskFile(asked, accessPolicyResource(`${address}.json`));
  const [made] = namedAccessPolicies(probe, asked);
  // Its places are those of the probe's files.
  return made === undefined ? null : { ...made, address };
}

const HOLDERS: Readonly<Record<AccessTarget, readonly [type: string, others: string]>> = {
  repository: ['aws_ecr_repository_policy', '  repository = "repository"\n'],
  registry: ['aws_ecr_registry_policy', ''],
  public: ['aws_ecrpublic_repository_policy', '  repository_name = "repository"\n'],
};

/** A resource that uses an expression's value as a repository or registry policy. */
export function accessPolicyResource(expression: string, target: AccessTarget = 'repository'): string {
  const [type, others] = HOLDERS[target];
  return `resource "${type}" "policy" {\n${others}  policy = ${expression}\n}\n`;
}
