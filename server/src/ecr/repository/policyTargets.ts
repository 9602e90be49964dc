export const LIFECYCLE_POLICY_TYPE = 'aws_ecr_lifecycle_policy';
