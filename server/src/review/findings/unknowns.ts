import { listed } from '../../ecr/sentenceParts.ts';
import { isRecord } from '../../facts/isRecord.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { blockOf, isMarked, memberOf } from '../plan/jsonValues.ts';
import type { Plan, PlanChange } from '../plan/plan.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import { isUnknown } from './sensitiveParts.ts';

const REPOSITORY_SETTINGS = [
  'image_tag_mutability',
  'image_tag_mutability_exclusion_filter',
  'image_scanning_configuration',
  'encryption_configuration',
  'force_delete',
];
const CC_REPOSITORY = [
  'image_tag_mutability',
  'image_tag_mutability_exclusion_filters',
  'image_scanning_configuration',
  'encryption_configuration',
  'empty_on_delete',
  'lifecycle_policy',
  'repository_policy_text',
];
const CACHE_RULE = ['ecr_repository_prefix', 'upstream_registry_url', 'upstream_repository_prefix'];
const TEMPLATE = ['prefix', 'applied_for', 'image_tag_mutability', 'lifecycle_policy', 'repository_policy'];

/**
 * The arguments that a review depends on. Values that the provider or AWS fills in are left out: in a new resource they
 * are unknown, and nobody needs them.
 */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  aws_ecr_repository: ['name', ...REPOSITORY_SETTINGS],
  aws_ecr_lifecycle_policy: ['repository', 'policy'],
  aws_ecr_repository_policy: ['repository', 'policy'],
  aws_ecr_registry_policy: ['policy'],
  aws_ecr_pull_through_cache_rule: CACHE_RULE,
  aws_ecr_replication_configuration: ['replication_configuration'],
  aws_ecr_registry_scanning_configuration: ['scan_type', 'rule'],
  aws_ecr_repository_creation_template: TEMPLATE,
  aws_ecr_account_setting: ['name', 'value'],
  aws_ecr_pull_time_update_exclusion: ['principal_arn'],
  aws_ecrpublic_repository: ['repository_name', 'force_destroy'],
  aws_ecrpublic_repository_policy: ['repository_name', 'policy'],
  awscc_ecr_repository: CC_REPOSITORY,
  awscc_ecr_public_repository: ['repository_policy_text'],
  awscc_ecr_registry_policy: ['policy_text'],
  awscc_ecr_pull_through_cache_rule: [],
  awscc_ecr_replication_configuration: ['replication_configuration'],
  awscc_ecr_registry_scanning_configuration: ['scan_type', 'rules'],
  awscc_ecr_repository_creation_template: TEMPLATE,
};

/**
 * The arguments that are only known after apply, so that the plan does not show their effect; null when there are none.
 */
export function unknownFinding(change: PlanChange): Finding | null {
  const isMade = change.action === 'create' || change.action === 'update' || change.action === 'replace';
  const names = isMade ? (lookUp(ARGUMENTS, change.type) ?? []).filter((name) => matters(change, name)) : [];
  if (names.length === 0) return null;
  const [are, they] = names.length === 1 ? ['is', 'it'] : ['are', 'they'];
  const message = `${listed(names)} ${are} known only after the apply, so this plan does not say what ${they} will do.`;
  return finding(change.address, 'unknown', 'info', message);
}

/** True for an argument that the code sets but the plan does not know. */
function matters(change: PlanChange, name: string): boolean {
  const mask = memberOf(change.afterUnknown, name);
  // Cloud Control fills in everything that the code omits.
  if (mask === true && change.action === 'create' && change.type.startsWith('awscc')) return false;
  // The registry next to the policy's text is filled in by AWS.
  if (name === 'lifecycle_policy' && isRecord(mask)) return isMarked(memberOf(mask, 'lifecycle_policy_text'));
  // AWS fills in the key when the code gives none.
  if (name === 'encryption_configuration') return isMarked(memberOf(blockOf({ mask }, 'mask'), 'encryption_type'));
  return isUnknown(change, name);
}

/** Says that a plan is incomplete. */
export function incompleteFindings({ gaps }: Plan): readonly Finding[] {
  return gaps.map((gap) => finding('', 'plan-incomplete', 'info', `The plan is not complete: ${gap}.`));
}
