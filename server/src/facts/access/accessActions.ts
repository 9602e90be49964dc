import { lookUp } from '../lookUp.ts';
import type { ActionFact } from './actionFact.ts';
import { REGISTRY_ACTIONS, REPOSITORY_ACTIONS } from './ecrActions.ts';
import { PUBLIC_REGISTRY_ACTIONS, PUBLIC_REPOSITORY_ACTIONS } from './publicActions.ts';

/** The services with image repositories, by the prefix of their actions. */
export type EcrService = 'ecr' | 'ecr-public';

interface ServiceActions {
  readonly repository: Readonly<Record<string, ActionFact>>;
  readonly registry: Readonly<Record<string, ActionFact>>;
}

const ACTIONS: Readonly<Record<EcrService, ServiceActions>> = {
  ecr: { repository: REPOSITORY_ACTIONS, registry: REGISTRY_ACTIONS },
  'ecr-public': { repository: PUBLIC_REPOSITORY_ACTIONS, registry: PUBLIC_REGISTRY_ACTIONS },
};

/**
 * Actions that ECR Public accepts in policies though the reference does not list them. Source:
 * terraform-aws-modules/ecr 3.x, whose policy of public repositories is in use. Read 2026-11-30.
 */
const UNLISTED: Readonly<Record<EcrService, readonly string[]>> = {
  ecr: [],
  'ecr-public': ['BatchGetImage', 'GetDownloadUrlForLayer'],
};

/**
 * The actions for pulling an image. Source: user guide of Amazon ECR, "Private repository policy examples". Read
 * 2026-11-30.
 */
export const PULL_ACTIONS = ['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer'] as const;

/** The actions that push an image, in addition to `BatchCheckLayerAvailability`. Source and date as above. */
export const PUSH_ACTIONS = ['InitiateLayerUpload', 'UploadLayerPart', 'CompleteLayerUpload', 'PutImage'] as const;

/** Actions on a repository that may not exist yet: only the policy of the registry can allow them. Source and date as above. */
export const REGISTRY_ONLY_ACTIONS: readonly string[] = ['CreateRepository', 'ReplicateImage'];

/** Common names that do not exist, with the intended one. Source: public Terraform code. Read 2026-11-30. */
export const MEANT_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  pullimage: PULL_ACTIONS,
  pull: PULL_ACTIONS,
  pushimage: PUSH_ACTIONS,
  push: PUSH_ACTIONS,
  uploadimage: PUSH_ACTIONS,
  getdownloadurl: ['GetDownloadUrlForLayer'],
  uploadlayerchunk: ['UploadLayerPart'],
  batchcompleteupload: ['CompleteLayerUpload'],
};

/** The names of a service's actions: on its repositories first, then the others. */
export function actionNames(service: EcrService): readonly string[] {
  const { repository, registry } = ACTIONS[service];
  return [...Object.keys(repository), ...Object.keys(registry), ...UNLISTED[service]];
}

/** The facts about an action by its name; undefined for one that the reference does not list. */
export function actionFact(service: EcrService, name: string): ActionFact | undefined {
  const { repository, registry } = ACTIONS[service];
  return lookUp(repository, name) ?? lookUp(registry, name);
}

/** The names of the actions that no repository policy can allow. */
export function registryActionNames(service: EcrService): readonly string[] {
  return Object.keys(ACTIONS[service].registry);
}
