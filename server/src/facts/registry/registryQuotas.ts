/**
 * Quotas of a registry that cannot be raised.
 * Source: Amazon ECR User Guide, "Amazon ECR service quotas". Read 2026-11-30.
 */

/** Different destinations over all rules of a replication configuration. */
export const DESTINATION_QUOTA = 25;

/** Rules of a registry's scanning configuration: one for each frequency. */
export const SCANNING_RULE_QUOTA = 2;
