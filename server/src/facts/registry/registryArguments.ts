/**
 * Arguments of the resources for the whole registry: replication, caches, scanning. Source:
 * hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/replication_configuration.go`,
 * `pull_through_cache_rule.go`, `registry_scanning_configuration.go` and their documentation; Amazon ECR API (botocore)
 * for limits and upstream registries. Read 2026-11-30.
 */
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { BlockFact, ResourceFact } from '../provider/resourceSchema.ts';
import {
  ACCOUNT_TEXT,
  ARN_TEXT,
  CACHE_PREFIX_TEXT,
  REGION_TEXT,
  REPLICATION_FILTER_TEXT,
  SCANNING_FILTER_TEXT,
} from '../provider/texts.ts';

const DESTINATION: BlockFact = {
  name: 'destination',
  maximum: 25,
  isRequired: true,
  documentation: 'Where pushed images are copied to; at least one, and at most 25 with the provider (100 in the API).',
  arguments: [
    {
      name: 'region',
      type: 'string',
      text: REGION_TEXT,
      required: true,
      documentation: 'The region of the copies, such as `eu-central-1`.',
    },
    {
      name: 'registry_id',
      type: 'string',
      text: ACCOUNT_TEXT,
      required: true,
      documentation: 'The account of the copies, twelve digits. Another account must allow it in its registry policy.',
    },
  ],
  blocks: [],
};

const REPLICATED_REPOSITORIES: BlockFact = {
  name: 'repository_filter',
  maximum: 100,
  documentation: 'Which repositories are replicated; without such a block, all.',
  arguments: [
    {
      name: 'filter',
      type: 'string',
      required: true,
      text: REPLICATION_FILTER_TEXT,
      documentation: 'The beginning of the names of repositories.',
    },
    {
      name: 'filter_type',
      type: 'string',
      required: true,
      values: [{ value: 'PREFIX_MATCH', documentation: 'The only type: `filter` is the beginning of the name.' }],
      documentation: 'How `filter` is read.',
    },
  ],
  blocks: [],
};

export const REPLICATION_CONFIGURATION: ResourceFact = {
  type: 'aws_ecr_replication_configuration',
  documentation:
    'Copies images that are pushed from now on to other regions and accounts. An account has one such configuration per region; lifecycle policies are not copied.',
  arguments: [REGION_ARGUMENT],
  blocks: [
    {
      name: 'replication_configuration',
      maximum: 1,
      documentation: 'The configuration.',
      arguments: [],
      blocks: [
        {
          name: 'rule',
          maximum: 10,
          isRequired: true,
          documentation: 'Which repositories go where.',
          arguments: [],
          blocks: [DESTINATION, REPLICATED_REPOSITORIES],
        },
      ],
    },
  ],
};

export const PULL_THROUGH_CACHE_RULE: ResourceFact = {
  type: 'aws_ecr_pull_through_cache_rule',
  since: '3.70.0',
  excludingValues: [
    { argument: 'ecr_repository_prefix', value: 'ROOT', excludes: 'upstream_repository_prefix', refusedBy: 'AWS' },
  ],
  documentation:
    'Caches images of another registry under a prefix of this one. The repositories appear on the first pull; an `aws_ecr_repository_creation_template` gives them a lifecycle policy.',
  arguments: [
    {
      name: 'ecr_repository_prefix',
      type: 'string',
      text: CACHE_PREFIX_TEXT,
      required: true,
      forcesReplacement: true,
      documentation: 'The beginning of the names of the repositories, 2 to 30 characters; `ROOT` for all other names.',
    },
    {
      name: 'upstream_registry_url',
      type: 'string',
      hasOtherValues: true,
      required: true,
      forcesReplacement: true,
      values: [
        { value: 'public.ecr.aws', documentation: 'Amazon ECR Public.' },
        { value: 'registry-1.docker.io', documentation: 'Docker Hub. Needs `credential_arn`.' },
        { value: 'ghcr.io', documentation: 'GitHub Container Registry. Needs `credential_arn`.' },
        { value: 'registry.gitlab.com', documentation: 'GitLab Container Registry. Needs `credential_arn`.' },
        { value: 'quay.io', documentation: 'Quay.' },
        { value: 'registry.k8s.io', documentation: 'The registry of Kubernetes.' },
        { value: 'cgr.dev', documentation: 'Chainguard. Needs `credential_arn`. In the API since March 2026.' },
      ],
      documentation:
        'The registry whose images are cached. Besides those offered: `NAME.azurecr.io` of Azure, and `ACCOUNT.dkr.ecr.REGION.amazonaws.com`, a private registry of ECR.',
    },
    {
      name: 'credential_arn',
      type: 'string',
      required: false,
      since: '5.37.0',
      text: ARN_TEXT,
      documentation:
        'The ARN of the secret with user name and token for the upstream registry. The name of the secret begins with `ecr-pullthroughcache/`.',
    },
    {
      name: 'custom_role_arn',
      type: 'string',
      since: '5.93.0',
      text: ARN_TEXT,
      required: false,
      documentation: 'The role for an upstream that is a private registry of ECR in another account.',
    },
    {
      name: 'upstream_repository_prefix',
      type: 'string',
      since: '5.93.0',
      text: CACHE_PREFIX_TEXT,
      required: false,
      forcesReplacement: true,
      documentation: 'The beginning of the names in the upstream registry, 2 to 30 characters; `ROOT` for all.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};

/** The frequencies for each type of scanning. */
export const FREQUENCIES_OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  BASIC: ['SCAN_ON_PUSH', 'MANUAL'],
  ENHANCED: ['SCAN_ON_PUSH', 'CONTINUOUS_SCAN'],
};

export const REGISTRY_SCANNING_CONFIGURATION: ResourceFact = {
  type: 'aws_ecr_registry_scanning_configuration',
  since: '3.70.0',
  documentation:
    'Which repositories are scanned, and when. It cannot be deleted: a destroy sets basic scanning without rules.',
  arguments: [
    {
      name: 'scan_type',
      type: 'string',
      required: true,
      values: [
        { value: 'BASIC', documentation: 'Known vulnerabilities of the operating system, free of charge.' },
        {
          value: 'ENHANCED',
          documentation:
            'Amazon Inspector: packages of programming languages too, again whenever a new vulnerability is published.',
        },
      ],
      documentation: 'Who scans.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [
    {
      name: 'rule',
      maximum: null,
      isSet: true,
      documentation:
        'How often which repositories are scanned. AWS accepts at most two such blocks, the provider more.',
      arguments: [
        {
          name: 'scan_frequency',
          type: 'string',
          required: true,
          values: [
            { value: 'SCAN_ON_PUSH', documentation: 'Once after each push.' },
            { value: 'CONTINUOUS_SCAN', documentation: 'Continuously. Only with `ENHANCED`.' },
            { value: 'MANUAL', documentation: 'On request. Only with `BASIC`.' },
          ],
          documentation: 'When images are scanned.',
        },
      ],
      blocks: [
        {
          name: 'repository_filter',
          maximum: null,
          isSet: true,
          isRequired: true,
          documentation: 'Which repositories; at least one block.',
          arguments: [
            {
              name: 'filter',
              type: 'string',
              text: SCANNING_FILTER_TEXT,
              required: true,
              documentation:
                'A pattern for repository names; `*` matches any characters, and `*` alone matches all names.',
            },
            {
              name: 'filter_type',
              type: 'string',
              required: true,
              values: [{ value: 'WILDCARD', documentation: 'The only type: `*` matches any run of characters.' }],
              documentation: 'How `filter` is read.',
            },
          ],
          blocks: [],
        },
      ],
    },
  ],
};
