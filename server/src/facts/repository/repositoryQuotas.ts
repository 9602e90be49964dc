/**
 * The number of images in one repository. Source: Amazon ECR user guide, "Service quotas". It can be raised on request.
 * Read 2026-11-22.
 */
export const REPOSITORY_IMAGES = 100_000;
