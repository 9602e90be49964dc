/**
 * The arguments in which resources name the image that they run. Resources that build or push an image are not listed.
 * Source: documentation of hashicorp/terraform-provider-aws 6.68.0, hashicorp/kubernetes 2.38 and hashicorp/helm 3.0.
 * Read 2026-11-30.
 */
export interface ImageRunner {
  readonly types: readonly string[];
  /** The nested blocks with the argument, at any depth; empty when the resource itself has it. */
  readonly blocks: readonly string[];
  readonly argument: string;
  /** The image itself, JSON or an object in which a key `image` names it. */
  readonly form: 'image' | 'document';
}

const VERSIONS = ['', '_v1'];
const WORKLOADS = [
  'kubernetes_deployment',
  'kubernetes_daemonset',
  'kubernetes_daemon_set',
  'kubernetes_stateful_set',
  'kubernetes_replication_controller',
  'kubernetes_job',
  'kubernetes_cron_job',
  'kubernetes_pod',
].flatMap((type) => VERSIONS.map((version) => type + version));

export const IMAGE_RUNNERS: readonly ImageRunner[] = [
  { types: ['aws_lambda_function'], blocks: [], argument: 'image_uri', form: 'image' },
  { types: ['aws_ecs_task_definition'], blocks: [], argument: 'container_definitions', form: 'document' },
  { types: ['aws_apprunner_service'], blocks: ['image_repository'], argument: 'image_identifier', form: 'image' },
  { types: ['aws_batch_job_definition'], blocks: [], argument: 'container_properties', form: 'document' },
  { types: ['aws_batch_job_definition'], blocks: [], argument: 'node_properties', form: 'document' },
  { types: ['aws_batch_job_definition'], blocks: [], argument: 'ecs_properties', form: 'document' },
  { types: ['aws_batch_job_definition'], blocks: ['containers'], argument: 'image', form: 'image' },
  { types: ['aws_codebuild_project'], blocks: ['environment'], argument: 'image', form: 'image' },
  { types: ['aws_sagemaker_model'], blocks: ['primary_container', 'container'], argument: 'image', form: 'image' },
  { types: WORKLOADS, blocks: ['container', 'init_container'], argument: 'image', form: 'image' },
  { types: ['kubernetes_manifest'], blocks: [], argument: 'manifest', form: 'document' },
];

/** Releases of charts, which name an image with two values. */
export const CHART_RELEASE = 'helm_release';

/** The types of all resources that may run an image. */
export const RUNNER_TYPES: ReadonlySet<string> = new Set([
  ...IMAGE_RUNNERS.flatMap(({ types }) => types),
  CHART_RELEASE,
]);
