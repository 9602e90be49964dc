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
import { DATA_SOURCES, EPHEMERAL_SOURCES } from './dataSources.ts';
import type { ResourceFact } from './resourceSchema.ts';

/** Types of which it is sure that no argument is missing here. */
const COMPLETE: readonly ResourceFact[] = [REPOSITORY, LIFECYCLE_POLICY, CREATION_TEMPLATE];

const RESOURCES: readonly ResourceFact[] = [
  ...COMPLETE,
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
  resource: RESOURCES,
  data: DATA_SOURCES,
  ephemeral: EPHEMERAL_SOURCES,
};

/** The types of ECR that may be the first label of a top-level block of that type (`resource`, `data`, `ephemeral`). */
export function typesOfBlock(blockType: string): readonly ResourceFact[] {
  return lookUp(BY_BLOCK, blockType) ?? [];
}

/** What is known of the body of such a block, or undefined. */
export function bodyFact(blockType: string, type: string): ResourceFact | undefined {
  return typesOfBlock(blockType).find((fact) => fact.type === type);
}

/** The resource type with that name, or undefined. */
export function resourceFact(type: string): ResourceFact | undefined {
  return bodyFact('resource', type);
}

/** The same, but only where every argument is known, so that another one is a mistake. */
export function completeResourceFact(type: string): ResourceFact | undefined {
  return COMPLETE.find((fact) => fact.type === type);
}
