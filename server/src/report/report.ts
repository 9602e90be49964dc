import type { Severity } from '../checks/check.ts';

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
  /** Only for formats with fixes; empty for the others. */
  readonly fixes: readonly ReportedFix[];
  /** A one-line part of a plan in multi-line form; absent when the file itself can be quoted. */
  readonly excerpt?: Excerpt;
}

/** Some lines of a text, with a marked range in one of them. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** The index of the marked line, from 0. */
  readonly marked: number;
  /** The start of the mark and its length in characters; UTF-16. */
  readonly character: number;
  readonly width: number;
}

/** Replaces the text of a range. */
export interface ReportedEdit {
  readonly file: string;
  readonly range: ReportRange;
  readonly text: string;
}

/** A fix in a report, for tools that offer it. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
}

/** A rule as a report describes it. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Its documentation page, Markdown. */
  readonly page: string;
}

/** A file or folder that code names and that was not read; `because` completes the sentence "FILE is not read: …". */
export interface UnreadFile {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly because: string;
}

/** What a check found: problems by file, then position. */
export interface Report {
  readonly problems: readonly ReportedProblem[];
  /** In the order of their names. */
  readonly unread: readonly UnreadFile[];
  /**
   * Files that were read, but contain something too large to be followed; `because` completes "FILE is read in part:
   * …".
   */
  readonly readInPart: readonly UnreadFile[];
  readonly summary: ReportSummary;
}

/** Remarks for a report, one sentence each. */
export interface ReportNotes {
  /** Above the counts. */
  readonly onShown: readonly string[];
  /** Below the counts. */
  readonly onHidden: readonly string[];
}

export const NO_NOTES: ReportNotes = { onShown: [], onHidden: [] };

/** How much was examined, and the number of problems of each severity. */
export interface ReportSummary extends Readonly<Record<Severity, number>> {
  readonly files: number;
  /** `aws_ecr_repository` resources. */
  readonly repositories: number;
  /** Lifecycle policies. */
  readonly policies: number;
  /** Policies of repositories and registries. */
  readonly accessPolicies: number;
  /** The number of blocks of each ECR type; data sources as `data.TYPE`. */
  readonly blocks: Readonly<Record<string, number>>;
  /** Calls of modules: `followed` into their code, `known` from data about a public module, `unknown`. */
  readonly modules: Readonly<Record<'followed' | 'known' | 'unknown', number>>;
}
