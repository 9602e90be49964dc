import type { Severity } from '../rules/rule.ts';

/** A place in lines and characters, zero-based, UTF-16, as in the language server protocol. */
export interface ReportRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ReportedProblem {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly range: ReportRange;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** True when the fix is part of fix-all. */
  readonly fixable: boolean;
  readonly url: string;
  readonly related: readonly { readonly file: string; readonly range: ReportRange; readonly message: string }[];
}

/** What a check found: problems by file, then position. */
export interface Report {
  readonly problems: readonly ReportedProblem[];
  readonly summary: Readonly<Record<'files' | 'repositories' | 'policies' | Severity, number>>;
}
