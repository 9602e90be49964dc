import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { namedUri, Reach } from '../../files/reach.ts';
import { isTerraformFile } from '../../module/sources/fileKinds.ts';
import { UsageError } from '../usage.ts';
import type { AnyPolicy } from './policiesInFile.ts';
import { anyPoliciesIn, lifecycleText, madeIn, policiesIn, policiesOfModule } from './policiesInFile.ts';

/**
 * The one lifecycle policy that a SOURCE names: a Terraform file, `FILE#ADDRESS`, a policy's JSON, or a plan's. Throws
 * a `UsageError` for an unreadable file, or when the source names no policy or several.
 */
export function policyAt(source: string): NamedPolicy {
  const { file, address } = partsOf(source);
  return chosen(policiesIn(file), file, address, 'lifecycle policy', 'lifecycle policies');
}

/**
 * The one lifecycle or access policy that a SOURCE names. An address may also name a data source that makes IAM
 * policies, or its `json`. Throws a `UsageError` like `policyAt`.
 */
export function anyPolicyAt(source: string): AnyPolicy {
  const { file, address } = partsOf(source);
  const made = address === null ? null : madeIn(file, address);
  return made ?? chosen(anyPoliciesIn(file), file, address, 'policy', 'policies');
}

/**
 * The lifecycle and access policies that a SOURCE names: all of a file, or those at an address. Throws a `UsageError`
 * when there is none.
 */
export function explainedAt(source: string): readonly AnyPolicy[] {
  const { file, address } = partsOf(source);
  const policies = anyPoliciesIn(file);
  const names = policies.map((policy) => `${file}#${policy.address}`);
  if (policies.length === 0)
    throw new UsageError(`${file} has no lifecycle policy and no policy of a repository or registry`);
  const matching = address === null ? policies : policiesAt(policies, address, isMeant);
  if (matching.length === 0) throw new UsageError(`${file} has no policy at '${address}'; it has`, names);
  return matching;
}

/**
 * The one lifecycle policy of a text: a policy's JSON, or Terraform code read in place of a file, with the neighboring
 * files from disk.
 */
export function policyFromText(text: string, place: string): NamedPolicy {
  const [file = place, address = null] = place.split('#');
  const choose = (policies: readonly NamedPolicy[], wanted: string | null) =>
    chosen(policies, '-', wanted, 'lifecycle policy', 'lifecycle policies');
  if (text.trimStart().startsWith('{')) return choose(lifecycleText('standard input', text), null);
  if (!isTerraformFile(file))
    throw new UsageError('standard input is not JSON, and Terraform code needs --stdin-file-path with a .tf file');
  return choose(policiesOfModule(namedUri(file), new Reach([file]), text), address);
}

function partsOf(source: string): { readonly file: string; readonly address: string | null } {
  const hash = source.indexOf('#');
  return hash === -1
    ? { file: source, address: null }
    : { file: source.slice(0, hash), address: source.slice(hash + 1) };
}

function isMeant(policy: AnyPolicy, wanted: string): boolean {
  return isAt(policy.address, wanted) || ('access' in policy && policy.access.madeBy?.address === wanted);
}

function chosen<Policy extends AnyPolicy>(
  policies: readonly Policy[],
  file: string,
  address: string | null,
  one: string,
  many: string,
): Policy {
  const names = policies.map((policy) => `${file}#${policy.address}`);
  if (policies.length === 0) throw new UsageError(`${file} has no ${one}`);
  const matching =
    address === null ? policies : policiesAt(policies, address, (policy) => isAt(policy.address, address));
  // The address of a call means the lifecycle policy of its module first.
  const isOfCall = address !== null && matching.every((policy) => policy.address !== address);
  const [only, ...others] = isOfCall ? lifecycleFirst(matching) : matching;
  if (only !== undefined && others.length === 0) return only;
  if (matching.length === 0) throw new UsageError(`${file} has no ${one} at '${address}'; it has`, names);
  throw new UsageError(`${file} has several ${many}; name one of`, names);
}

function lifecycleFirst<Policy extends AnyPolicy>(policies: readonly Policy[]): readonly Policy[] {
  const lifecycle = policies.filter((policy) => !('access' in policy));
  return lifecycle.length === 1 ? lifecycle : policies;
}

/** The policies at an address; for a call without policies of its own, those of the called module. */
function policiesAt<Policy extends { readonly address: string }>(
  policies: readonly Policy[],
  address: string,
  isMatch: (policy: Policy, address: string) => boolean,
): readonly Policy[] {
  const matching = policies.filter((policy) => isMatch(policy, address));
  if (matching.length > 0) return matching;
  return policies.filter((policy) => policy.address.startsWith(`${address}.`));
}

/** An address without a key means all instances, even if they cannot be distinguished. */
function isAt(address: string, wanted: string): boolean {
  return address === wanted || withoutKey(address) === wanted || address === withoutKey(wanted);
}

function withoutKey(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}
