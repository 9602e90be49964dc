/** The keys of `.terraform-ecr.json`; `schemas/settings.schema.json` describes them for editors. */
export const SETTINGS_KEYS: readonly string[] = ['$schema', 'rules', 'include', 'exclude', 'ignore'];

/** The keys of an entry of its list `ignore`. */
export const IGNORE_KEYS: readonly string[] = ['files', 'rules', 'reason'];

/** How bad what a rule finds is, from worst to mildest. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule can be set to. */
export const SEVERITY_WORDS: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];
