/**
 * The changes that an upgrade of a module to its newest major release requires in a call. Source: change logs and tags
 * of each module; `variables.tf` and `main.tf` of the tags around each change. Read 2026-11-29.
 */
import type { KnownModule, KnownModuleId, ModuleRelease } from './knownModules.ts';

export interface Upgrade {
  readonly module: KnownModuleId;
  /** Its repository, for a module about which only some inputs are known. */
  readonly repository?: string;
  /** The prefix of its tags in git. */
  readonly tagPrefix: string;
  /** A release that changes the addresses of resources, so that an upgrade across it needs `moved` blocks. */
  readonly moved?: { readonly at: string; readonly effect: string };
  /** Inputs whose default changed, with a different effect in AWS. */
  readonly defaults?: readonly string[];
  /** Inputs whose value has another form from a release on; before, `filter` of a rule was a text. */
  readonly scanRules?: { readonly input: string; readonly at: string };
  /** Renamed keys inside a map of objects. */
  readonly keys?: { readonly input: string; readonly renamed: Readonly<Record<string, string>> };
  /** What changed in a module whose releases are not all listed. */
  readonly step?: UpgradeStep;
}

/** The one release that changed a module's inputs and outputs, and what became of them. */
export interface UpgradeStep {
  readonly at: string;
  /** The newest release, which the upgrade writes. */
  readonly newest: ModuleRelease;
  /** Inputs that take the keys of a former input's object. */
  readonly spread?: Readonly<Record<string, readonly string[]>>;
  /** Inputs without a replacement that can be left out, with the only value for which that is so; null for any. */
  readonly removed?: Readonly<Record<string, string | null>>;
  /** Inputs without a replacement that made something in AWS. */
  readonly lost?: readonly string[];
  /** Former outputs with their new names; null for one without a replacement. */
  readonly outputs?: Readonly<Record<string, string | null>>;
  /** What the reader of the menu has to know. */
  readonly warning?: string;
}

const UPGRADES: readonly Upgrade[] = [
  {
    module: 'terraform-aws-modules',
    tagPrefix: 'v',
    scanRules: { input: 'registry_scan_rules', at: '2.0.0' },
    keys: { input: 'registry_pull_through_cache_rules', renamed: { credentials_arn: 'credential_arn' } },
  },
  { module: 'repository-template', tagPrefix: 'v' },
  {
    module: 'cloudposse',
    tagPrefix: 'v',
    moved: {
      at: '0.16.0',
      effect: 'repositories moved from aws_ecr_repository.default[0] to aws_ecr_repository.name["…"]',
    },
    defaults: ['image_tag_mutability', 'scan_images_on_push'],
  },
  { module: 'scanning-configuration', tagPrefix: 'v' },
  {
    module: 'lgallard',
    tagPrefix: '',
    moved: { at: '1.0.0', effect: 'many resources moved from [0] to ["…"]' },
  },
  {
    module: 'other',
    repository: 'clouddrove/terraform-aws-ecr',
    tagPrefix: '',
    defaults: ['max_image_count'],
    step: {
      at: '1.3.2',
      newest: releaseWith('1.3.2', '>= 1.5.7', '>= 5.20'),
      spread: {
        encryption_configuration: ['encryption_type', 'kms_key'],
        image_scanning_configuration: ['scan_on_push'],
      },
    },
  },
  {
    module: 'other',
    repository: 'boldlink/terraform-aws-ecr',
    tagPrefix: '',
    step: {
      at: '2.0.0',
      newest: releaseWith('2.0.0', null, null),
      removed: { create_aws_ecr_lifecycle_policy: 'true' },
      lost: [
        'create_replication_configuration',
        'replication_configuration',
        'enable_pull_through_cache_rule',
        'registry_policy',
        'scan_type',
        'scan_on_push_filters',
        'continuous_scan_filters',
      ],
      outputs: { arn: 'private_arn', registry_id: 'private_registry_id' },
      warning: 'moves the repository inside the module: run terraform state mv before the next plan',
    },
  },
  {
    module: 'other',
    repository: 'ministryofjustice/cloud-platform-terraform-ecr-credentials',
    tagPrefix: '',
    step: {
      at: '6.0.0',
      newest: releaseWith('8.0.2', null, null),
      removed: {
        scan_on_push: null,
        github_actions_secret_ecr_name: null,
        github_actions_secret_ecr_url: null,
        github_actions_secret_ecr_access_key: null,
        github_actions_secret_ecr_secret_key: null,
      },
      outputs: { access_key_id: null, secret_access_key: null },
    },
  },
  {
    module: 'other',
    repository: 'trussworks/terraform-aws-ecr-repo',
    tagPrefix: 'v',
    step: { at: '3.0.0', newest: releaseWith('3.1.1', '~> 1.4.0', '~> 4.63'), outputs: { name: null } },
  },
];

function releaseWith(version: string, terraform: string | null, aws: string | null): ModuleRelease {
  return { version, date: '', terraform, aws };
}

/** What an upgrade of a module requires; undefined for a module about which that is not known. */
export function upgradeOf({ id, repository }: KnownModule): Upgrade | undefined {
  return UPGRADES.find((one) => one.module === id && (one.repository ?? repository) === repository);
}
