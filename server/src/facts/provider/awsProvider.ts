/**
 * The AWS provider's addresses in a module or a lock file. Source: Terraform language documentation 1.14, "Provider
 * requirements" and "Dependency lock file"; OpenTofu's documentation of the same. Read 2026-11-23.
 */

/** The local name whose source may be omitted. */
export const AWS_PROVIDER_NAME = 'aws';

/** OpenTofu's registry, and so the prefix of addresses in lock files that it wrote. */
export const TOFU_REGISTRY = 'registry.opentofu.org';

/** The provider as lock files spell it, for Terraform and for OpenTofu. */
export const AWS_PROVIDER_ADDRESSES: readonly string[] = [
  'registry.terraform.io/hashicorp/aws',
  `${TOFU_REGISTRY}/hashicorp/aws`,
];

/** The values of `source` that name it; compared without regard to case. */
export const AWS_PROVIDER_SOURCES: readonly string[] = ['hashicorp/aws', ...AWS_PROVIDER_ADDRESSES];

/** The file with the selected provider releases, in the root module's folder. */
export const LOCK_FILE_NAME = '.terraform.lock.hcl';
