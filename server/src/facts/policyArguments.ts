/**
 * The arguments that take a lifecycle policy as JSON text.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr`. Read 2026-11-22.
 */
export const POLICY_ARGUMENTS: readonly { readonly resource: string; readonly argument: string }[] = [
  { resource: 'aws_ecr_lifecycle_policy', argument: 'policy' },
  { resource: 'aws_ecr_repository_creation_template', argument: 'lifecycle_policy' },
];
