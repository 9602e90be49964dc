/** What scanners of Terraform code and this product both report of a repository. */
export type ScannedFor = 'mutable-tags' | 'unscanned-images';

/**
 * The ids by which their comments accept it, in lower case.
 *
 * Sources: the checks of Checkov, tfsec and Trivy for aws_ecr_repository, their old ids included, and public code that
 * names them. Date: 2026-11-30.
 */
export const SCANNER_IDS: Readonly<Record<ScannedFor, readonly string[]>> = {
  'mutable-tags': ['ckv_aws_51', 'aws078', 'aws-ecr-enforce-immutable-repository', 'avd-aws-0031', 'aws-0031'],
  'unscanned-images': ['ckv_aws_163', 'ckv_aws_33', 'aws023', 'aws-ecr-enable-image-scans', 'avd-aws-0030', 'aws-0030'],
};
