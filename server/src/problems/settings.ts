import type { Severity } from '../rules/rule.ts';

/** What a user decided about rules: another severity, or silence. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** What the problems of a workspace depend on beside its texts. */
export interface ProblemSettings {
  readonly rules: RuleSettings;
  /** True when another extension reports what does not parse. */
  readonly syntaxReportedElsewhere: boolean;
}

export const DEFAULT_PROBLEM_SETTINGS: ProblemSettings = { rules: {}, syntaxReportedElsewhere: false };

/** The severity that a problem gets, or `off`. */
export function severityOf(settings: ProblemSettings, ruleId: string, fallback: Severity): Severity | 'off' {
  if (ruleId === 'syntax' && settings.syntaxReportedElsewhere) return 'off';
  return settings.rules[ruleId] ?? fallback;
}
