/**
 * Limits of a lifecycle policy.
 * Source: botocore 1.43.67 `ecr/2015-09-21/service-2.json` (`LifecyclePolicyText`); Amazon ECR user guide, "Service
 * quotas" and "Lifecycle policy parameters". None can be raised. Read 2026-11-22.
 */
export const POLICY_LIMITS = {
  /** Characters of the compacted JSON text. */
  shortestText: 100,
  longestText: 30_720,
  rules: 50,
  /** `*` in one entry of `tagPatternList`. */
  wildcardsInPattern: 4,
} as const;
