/**
 * Arguments of other resources that take a repository's URL, ARN or name.
 * Source: documentation of hashicorp/terraform-provider-aws 6.68.0 and kreuzwerker/docker 3.6. Read 2026-11-23.
 */
export interface RepositoryPlace {
  /** `resource` or `data`, and its type; null for an object inside `jsonencode`, anywhere. */
  readonly block: { readonly type: 'resource' | 'data'; readonly label: string } | null;
  readonly argument: string;
  readonly attribute: 'repository_url' | 'arn' | 'name';
  /** True for an image: the URL followed by a tag. */
  readonly isImage: boolean;
}

const resource = (label: string) => ({ type: 'resource', label }) as const;

export const REPOSITORY_PLACES: readonly RepositoryPlace[] = [
  { block: resource('aws_lambda_function'), argument: 'image_uri', attribute: 'repository_url', isImage: true },
  {
    block: resource('aws_apprunner_service'),
    argument: 'image_identifier',
    attribute: 'repository_url',
    isImage: true,
  },
  { block: resource('aws_sagemaker_model'), argument: 'image', attribute: 'repository_url', isImage: true },
  { block: resource('aws_batch_job_definition'), argument: 'image', attribute: 'repository_url', isImage: true },
  { block: resource('aws_codebuild_project'), argument: 'image', attribute: 'repository_url', isImage: true },
  { block: resource('docker_registry_image'), argument: 'name', attribute: 'repository_url', isImage: true },
  { block: resource('docker_image'), argument: 'name', attribute: 'repository_url', isImage: true },
  { block: resource('kubernetes_deployment'), argument: 'image', attribute: 'repository_url', isImage: true },
  { block: resource('kubernetes_deployment_v1'), argument: 'image', attribute: 'repository_url', isImage: true },
  { block: resource('kubernetes_cron_job_v1'), argument: 'image', attribute: 'repository_url', isImage: true },
  {
    block: { type: 'data', label: 'aws_iam_policy_document' },
    argument: 'resources',
    attribute: 'arn',
    isImage: false,
  },
  { block: null, argument: 'image', attribute: 'repository_url', isImage: true },
  { block: null, argument: 'Resource', attribute: 'arn', isImage: false },
];
