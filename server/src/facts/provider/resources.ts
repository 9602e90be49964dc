/**
 * The resource types of ECR, the most used first.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr` and its changelog. Read 2026-11-23.
 */
import {
  ACCOUNT_SETTING,
  PULL_TIME_UPDATE_EXCLUSION,
  REGISTRY_POLICY,
  REPOSITORY_POLICY,
} from '../access/accessArguments.ts';
import { LIFECYCLE_POLICY } from '../lifecycle/lifecyclePolicyArguments.ts';
import { lookUp } from '../lookUp.ts';
import { CREATION_TEMPLATE } from '../registry/creationTemplateArguments.ts';
import { PUBLIC_REPOSITORY, PUBLIC_REPOSITORY_POLICY } from '../registry/publicArguments.ts';
import {
  PULL_THROUGH_CACHE_RULE,
  REGISTRY_SCANNING_CONFIGURATION,
  REPLICATION_CONFIGURATION,
} from '../registry/registryArguments.ts';
import { REPOSITORY } from '../repository/repositoryArguments.ts';
import { DATA_SOURCE_ATTRIBUTES, EPHEMERAL_ATTRIBUTES, RESOURCE_ATTRIBUTES } from './attributes.ts';
import { DATA_SOURCES, EPHEMERAL_SOURCES } from './dataSources.ts';
import type { AttributeFact, ResourceFact } from './resourceSchema.ts';

const RESOURCES: readonly ResourceFact[] = [
  REPOSITORY,
  LIFECYCLE_POLICY,
  CREATION_TEMPLATE,
  REPOSITORY_POLICY,
  REGISTRY_POLICY,
  REPLICATION_CONFIGURATION,
  PULL_THROUGH_CACHE_RULE,
  REGISTRY_SCANNING_CONFIGURATION,
  ACCOUNT_SETTING,
  PULL_TIME_UPDATE_EXCLUSION,
  PUBLIC_REPOSITORY,
  PUBLIC_REPOSITORY_POLICY,
];

const BY_BLOCK: Readonly<Record<string, readonly ResourceFact[]>> = {
  resource: withAttributes(RESOURCES, RESOURCE_ATTRIBUTES),
  data: withAttributes(DATA_SOURCES, DATA_SOURCE_ATTRIBUTES),
  ephemeral: withAttributes(EPHEMERAL_SOURCES, EPHEMERAL_ATTRIBUTES),
};

function withAttributes(
  facts: readonly ResourceFact[],
  attributes: Readonly<Record<string, readonly AttributeFact[]>>,
): readonly ResourceFact[] {
  return facts.map((fact) => ({ ...fact, attributes: lookUp(attributes, fact.type) ?? [] }));
}

/** The ECR types that may be the first label of a top-level block of that type (`resource`, `data`, `ephemeral`). */
export function typesOfBlock(blockType: string): readonly ResourceFact[] {
  return lookUp(BY_BLOCK, blockType) ?? [];
}

/** The facts about the body of such a block, or undefined. */
export function bodyFact(blockType: string, type: string): ResourceFact | undefined {
  return typesOfBlock(blockType).find((fact) => fact.type === type);
}

/**
 * ECR types that are not judged because no schema is available: the `list` blocks of `terraform query` (only `region`
 * is certain in their `config`). Source: hashicorp/terraform-provider-aws #46344, #47763, #49696.
 */
export const UNJUDGED_LIST_TYPES: readonly string[] = [
  'aws_ecr_lifecycle_policy',
  'aws_ecr_repository',
  'aws_ecr_repository_policy',
];
