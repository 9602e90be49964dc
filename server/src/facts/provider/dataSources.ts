/**
 * The data sources of ECR.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr`, `internal/service/ecrpublic` and their
 * documentation. Read 2026-11-23.
 */

import { POLICY_DOCUMENT } from '../lifecycle/policyDocumentArguments.ts';
import { REGION_ARGUMENT } from './metaArguments.ts';
import type { ArgumentFact, ResourceFact } from './resourceSchema.ts';
import {
  CACHE_PREFIX_TEXT,
  PUBLIC_NAME_TEXT,
  REGISTRY_TEXT,
  REPOSITORY_NAME_TEXT,
  TEMPLATE_PREFIX_TEXT,
} from './texts.ts';

const REGION: ArgumentFact = {
  ...REGION_ARGUMENT,
  forcesReplacement: false,
  documentation: 'The AWS region that is read.',
};

const REGISTRY_ID: ArgumentFact = {
  name: 'registry_id',
  type: 'string',
  text: REGISTRY_TEXT,
  required: false,
  defaultValue: 'the account of the provider',
  documentation: 'The account whose registry is read, twelve digits.',
};

const REPOSITORY_NAME: ArgumentFact = {
  name: 'repository_name',
  type: 'string',
  required: true,
  role: 'repository-name',
  text: REPOSITORY_NAME_TEXT,
  documentation: 'The name of the repository. The plan fails when there is none.',
};

/** Data sources with all their arguments, the most used first. */
export const DATA_SOURCES: readonly ResourceFact[] = [
  POLICY_DOCUMENT,
  {
    type: 'aws_ecr_repository',
    documentation:
      'A repository that is managed elsewhere: its URL, ARN and settings. The plan fails when there is none.',
    arguments: [
      {
        name: 'name',
        type: 'string',
        required: true,
        text: REPOSITORY_NAME_TEXT,
        documentation: 'The name of the repository.',
      },
      REGISTRY_ID,
      REGION,
    ],
    blocks: [],
  },
  {
    type: 'aws_ecr_image',
    groups: [
      { names: ['image_digest', 'image_tag', 'most_recent'], rule: 'one-or-more' },
      { names: ['most_recent', 'image_digest', 'image_tag'], rule: 'not-together' },
    ],
    documentation: 'One image of a repository, by tag, by digest or the newest. The plan fails when there is none.',
    arguments: [
      REPOSITORY_NAME,
      {
        name: 'image_tag',
        type: 'string',
        required: false,
        documentation: 'A tag of the image. One of `image_tag`, `image_digest` and `most_recent` is needed.',
      },
      {
        name: 'image_digest',
        type: 'string',
        required: false,
        documentation: 'The digest of the image: `sha256:` and 64 digits.',
      },
      {
        name: 'most_recent',
        type: 'boolean',
        required: false,
        documentation: 'The image that was pushed last, whatever its tags.',
      },
      REGISTRY_ID,
      REGION,
    ],
    blocks: [],
  },
  {
    type: 'aws_ecr_images',
    since: '6.5.0',
    documentation: 'The tags and digests of all images of a repository.',
    arguments: [REPOSITORY_NAME, REGISTRY_ID, REGION],
    blocks: [],
  },
  {
    type: 'aws_ecr_repositories',
    since: '5.31.0',
    documentation: 'The names of all repositories of the registry.',
    arguments: [REGION],
    blocks: [],
  },
  {
    type: 'aws_ecr_authorization_token',
    documentation:
      'A password for the registry, valid for twelve hours. A data source stores it in the state; an `ephemeral` block does not.',
    arguments: [REGISTRY_ID, REGION],
    blocks: [],
  },
  {
    type: 'aws_ecr_pull_through_cache_rule',
    documentation: 'A pull through cache rule that is managed elsewhere.',
    arguments: [
      {
        name: 'ecr_repository_prefix',
        type: 'string',
        text: { ...CACHE_PREFIX_TEXT, refusedBy: 'AWS' },
        required: true,
        documentation: 'The prefix that the rule is for.',
      },
      REGION,
    ],
    blocks: [],
  },
  {
    type: 'aws_ecr_repository_creation_template',
    documentation: 'A creation template that is managed elsewhere.',
    arguments: [
      {
        name: 'prefix',
        type: 'string',
        required: true,
        text: TEMPLATE_PREFIX_TEXT,
        documentation: 'The prefix that the template is for.',
      },
      REGION,
    ],
    blocks: [],
  },
  {
    type: 'aws_ecrpublic_authorization_token',
    documentation: 'A password for public registries; only in us-east-1. A data source stores it in the state.',
    arguments: [REGION],
    blocks: [],
  },
  {
    type: 'aws_ecrpublic_images',
    since: '6.19.0',
    documentation: 'The images of a public repository.',
    arguments: [
      {
        name: 'repository_name',
        type: 'string',
        required: true,
        text: PUBLIC_NAME_TEXT,
        documentation: 'The name of the public repository.',
      },
      { ...REGISTRY_ID, defaultValue: 'the default public registry' },
      REGION,
    ],
    blocks: [
      {
        name: 'image_ids',
        maximum: null,
        documentation: 'Only these images.',
        arguments: [
          { name: 'image_tag', type: 'string', required: false, documentation: 'A tag of the image.' },
          { name: 'image_digest', type: 'string', required: false, documentation: 'The digest of the image.' },
        ],
        blocks: [],
      },
    ],
  },
];

/** Types that may also be `ephemeral` blocks, whose values are not stored in the state. */
const EPHEMERAL_TYPES: readonly string[] = ['aws_ecr_authorization_token', 'aws_ecrpublic_authorization_token'];

/** The types whose values Terraform does not store. As such they only take a region. */
export const EPHEMERAL_SOURCES: readonly ResourceFact[] = DATA_SOURCES.filter(({ type }) =>
  EPHEMERAL_TYPES.includes(type),
).map((fact) => ({
  ...fact,
  arguments: [REGION],
  ...(fact.type === 'aws_ecrpublic_authorization_token' && { since: '6.31.0' }),
}));
