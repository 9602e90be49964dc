import type { Severity } from '../checks/check.ts';

/** A user's decision about rules: another severity, or silence. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;
