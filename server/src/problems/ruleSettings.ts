import type { Severity } from '../checks/check.ts';

/** What a user decided about rules: another severity, or silence. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;
