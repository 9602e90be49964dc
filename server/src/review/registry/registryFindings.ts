import { lookUp } from '../../facts/lookUp.ts';
import type { Finding } from '../findings/finding.ts';
import { isSensitive, isUnknown } from '../findings/sensitiveParts.ts';
import type { PlanChange } from '../plan/plan.ts';
import { accountSettingMeaning, exclusionMeaning, signingMeaning } from './accountSettings.ts';
import { CACHE_ARGUMENTS, cacheMeaning } from './caches.ts';
import type { Meaning, Sides } from './registryChange.ts';
import { registryFinding, sidesOf } from './registryChange.ts';
import { replicationMeaning } from './replication.ts';
import { scanningMeaning } from './scanning.ts';
import { templateMeaning } from './templates.ts';

/** A kind of registry setting, its arguments, and the meaning of their changes. */
interface RegistryType {
  readonly reads: readonly string[];
  readonly meaning: (sides: Sides) => Meaning | null;
}

const CACHE: RegistryType = { reads: CACHE_ARGUMENTS, meaning: cacheMeaning };
const REPLICATION: RegistryType = { reads: ['replication_configuration'], meaning: replicationMeaning };
const SCANNING: RegistryType = { reads: ['scan_type', 'rule', 'rules'], meaning: scanningMeaning };
const TEMPLATE: RegistryType = { reads: ['prefix', 'lifecycle_policy', 'repository_policy'], meaning: templateMeaning };
const EXCLUSION: RegistryType = { reads: ['principal_arn'], meaning: exclusionMeaning };

const TYPES: Readonly<Record<string, RegistryType>> = {
  aws_ecr_pull_through_cache_rule: CACHE,
  awscc_ecr_pull_through_cache_rule: CACHE,
  aws_ecr_replication_configuration: REPLICATION,
  awscc_ecr_replication_configuration: REPLICATION,
  aws_ecr_registry_scanning_configuration: SCANNING,
  awscc_ecr_registry_scanning_configuration: SCANNING,
  aws_ecr_repository_creation_template: TEMPLATE,
  awscc_ecr_repository_creation_template: TEMPLATE,
  aws_ecr_account_setting: { reads: ['name', 'value'], meaning: accountSettingMeaning },
  aws_ecr_pull_time_update_exclusion: EXCLUSION,
  awscc_ecr_pull_time_update_exclusion: EXCLUSION,
  awscc_ecr_signing_configuration: { reads: ['rules'], meaning: signingMeaning },
};

/** What a plan does to a registry setting; null when it has no effect. */
export function registryFindingOf(change: PlanChange): Finding | null {
  const type = lookUp(TYPES, change.type);
  const sides = type === undefined || change.deposed !== null ? null : sidesOf(change);
  if (type === undefined || sides === null) return null;
  // Cloud Control fills in what the code omits.
  const isCloudControl = change.type.startsWith('awscc') && change.action === 'create';
  // Another finding reports what is only known after apply.
  if (!isCloudControl && type.reads.some((name) => isUnknown(change, name))) return null;
  if (type.reads.some((name) => isSensitive(change, name))) return vague(change);
  const meaning = type.meaning(sides);
  return meaning && registryFinding(change, meaning);
}

/** A change about which nothing may be shown. */
function vague(change: PlanChange): Finding {
  const verb = change.before === null ? 'is added' : change.after === null ? 'is removed' : 'changes';
  const what = change.type.replace(/^(?:aws|awscc)_ecr_/, '').replaceAll('_', ' ');
  return registryFinding(change, {
    message: `The ${what} ${verb}; how is not shown, because its values are sensitive.`,
    stops: change.after === null,
  });
}
