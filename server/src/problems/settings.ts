import type { Severity } from '../checks/check.ts';
import type { FolderSettings } from './folderSettings.ts';
import type { RuleSettings } from './ruleSettings.ts';

/** What the problems of a workspace depend on, apart from its texts. */
export interface ProblemSettings {
  readonly rules: RuleSettings;
  /** Takes precedence over the settings files: the flags of a command. */
  readonly overrides?: RuleSettings;
  /** True when another extension reports syntax errors and everything that is not in the schema of a resource. */
  readonly companionReports: boolean;
}

export const DEFAULT_PROBLEM_SETTINGS: ProblemSettings = { rules: {}, companionReports: false };

/** Rules whose problems a companion extension reports too. */
const COMPANION_RULES: ReadonlySet<string> = new Set(['syntax', 'argument-unknown']);

/** The severity of a problem, or `off`: flags come before the folder's settings, those before the editor's. */
export function severityOf(
  settings: ProblemSettings,
  folder: FolderSettings | null,
  ruleId: string,
  fallback: Severity,
): Severity | 'off' {
  if (COMPANION_RULES.has(ruleId) && settings.companionReports) return 'off';
  return settings.overrides?.[ruleId] ?? folder?.rules[ruleId] ?? settings.rules[ruleId] ?? fallback;
}
