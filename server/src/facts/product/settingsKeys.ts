/** The keys of `.terraform-ecr.json`; `schemas/settings.schema.json` describes them for editors. */
export const SETTINGS_KEYS: readonly string[] = ['$schema', 'extends', 'rules', 'include', 'exclude', 'ignore', 'keep'];

/** The keys of an entry of its list `ignore`. */
export const IGNORE_KEYS: readonly string[] = ['files', 'rules', 'reason'];

/** The keys of an entry of its list `keep`. */
export const KEEP_KEYS: readonly string[] = ['repositories', 'tags', 'newest', 'days', 'archive', 'reason'];

/** The values that an entry of `keep` can have for the archive. */
export const KEEP_ARCHIVE_WORDS = ['allowed', 'forbidden'] as const;

/** Severities, from worst to mildest. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule can be set to. */
export const SEVERITY_WORDS: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

/** The sets of severities that `extends` may name. */
export const RULE_SETS: readonly string[] = ['strict'];

/** Good practice that is only a hint by default and that the set `strict` raises to warnings. */
export const STRICT_RULES: readonly string[] = [
  'access-full-wildcard',
  'policy-growth',
  'policy-untagged-immutable',
  'repository-force-delete',
  'repository-mutable-tags',
  'repository-no-lifecycle-policy',
  'repository-scan-on-push',
];
