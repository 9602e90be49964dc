/**
 * What AWS takes as the name of a repository.
 * Source: Amazon ECR API (botocore 1.43.67), `RepositoryName`: 2 to 256 characters,
 * `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*`. Read 2026-11-30.
 * The runs of hyphens and underscores came on 2026-02-25, for prefixes of cache rules and templates too. The provider
 * checks no name of a repository, but keeps the old pattern for prefixes of cache rules: `--` fails in the plan there.
 */
export const REPOSITORY_NAME_MINIMUM = 2;
export const REPOSITORY_NAME_MAXIMUM = 256;

/** Characters that names cannot contain. */
export const FORBIDDEN_IN_NAME = /[^a-z0-9._/-]/;

/** Where separators are not allowed: at the start, at the end, or next to each other. */
export const SEPARATOR_AT_EDGE = /^[._/-]|[._/-]$/;
export const SEPARATORS_TOGETHER = /[._/-]\.|\.[_/-]|_-|-_|___|\/[/_-]|[_-]\//;
