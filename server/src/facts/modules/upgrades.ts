/**
 * The changes that an upgrade of a module to its newest major release requires in a call. Source: change logs and tags
 * of each module; `variables.tf` and `main.tf` of the tags around each change. Read 2026-11-29.
 */
import type { KnownModuleId } from './knownModules.ts';

export interface Upgrade {
  readonly module: KnownModuleId;
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
}

export const UPGRADES: readonly Upgrade[] = [
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
];
