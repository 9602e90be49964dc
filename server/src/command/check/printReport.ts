import pages from 'rule-pages';
import { version } from '../../../../package.json';
import { CHECKS } from '../../checks/registry.ts';
import { namedUri } from '../../files/reach.ts';
import type { Workspace } from '../../module/workspace.ts';
import { printCheckstyleReport } from '../../report/problems/checkstyleReport.ts';
import { printGithubReport } from '../../report/problems/githubReport.ts';
import { printGitlabReport } from '../../report/problems/gitlabReport.ts';
import { printJsonReport } from '../../report/problems/jsonReport.ts';
import { printJunitReport } from '../../report/problems/junitReport.ts';
import { printSarifReport } from '../../report/problems/sarifReport.ts';
import { printJsonStatistics, printTextStatistics } from '../../report/problems/statistics.ts';
import { printTextReport } from '../../report/problems/textReport.ts';
import type { Report, ReportNotes } from '../../report/report.ts';
import type { CheckOptions } from '../options.ts';

export interface PrintingOptions {
  /** Remarks to print with the problems; null to print only the problems. */
  readonly notes: ReportNotes | null;
  readonly workspace: Workspace;
  readonly colours: boolean;
}

/** The report in the requested format; empty when there is nothing to print. */
export function printReport(
  report: Report,
  { format, statistics }: Pick<CheckOptions, 'format' | 'statistics'>,
  { notes, workspace, colours }: PrintingOptions,
): string {
  switch (format) {
    case 'json':
      return statistics ? printJsonStatistics(report) : printJsonReport(report);
    case 'sarif':
      return printSarifReport(report, {
        version,
        rules: CHECKS.map((rule) => ({ ...rule, page: pages[rule.id] ?? '' })),
      });
    case 'github':
      return printGithubReport(report, notes);
    case 'gitlab':
      return printGitlabReport(report);
    case 'junit':
      return printJunitReport(report);
    case 'checkstyle':
      return printCheckstyleReport(report, version);
    case 'text':
      return statistics
        ? printTextStatistics(report, colours, notes)
        : printTextReport(report, linesBy(workspace), colours, notes);
  }
}

/** Returns the lines of a file; each file is split once. */
function linesBy(workspace: Workspace): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const uri = namedUri(file);
    const lines = known.get(uri) ?? (workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '').split(/\r?\n/);
    known.set(uri, lines);
    return lines;
  };
}
