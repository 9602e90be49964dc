import pages from 'rule-pages';
import { version } from '../../../../package.json';
import { CHECKS } from '../../checks/registry.ts';
import { namedUri } from '../../files/reach.ts';
import type { Workspace } from '../../module/workspace.ts';
import { printGithubReport } from '../../report/problems/githubReport.ts';
import { printJsonReport } from '../../report/problems/jsonReport.ts';
import { printJunitReport } from '../../report/problems/junitReport.ts';
import { printSarifReport } from '../../report/problems/sarifReport.ts';
import { printTextReport } from '../../report/problems/textReport.ts';
import type { Report } from '../../report/report.ts';
import type { ReportFormat } from '../options.ts';

/** The report in the format that was asked for. */
export function printReport(report: Report, format: ReportFormat, workspace: Workspace, colours: boolean): string {
  switch (format) {
    case 'json':
      return printJsonReport(report);
    case 'sarif':
      return printSarifReport(report, {
        version,
        rules: CHECKS.map((rule) => ({ ...rule, page: pages[rule.id] ?? '' })),
      });
    case 'github':
      return printGithubReport(report);
    case 'junit':
      return printJunitReport(report);
    case 'text':
      return printTextReport(report, linesBy(workspace), colours);
  }
}

/** Gives the lines of a file; each file is cut once. */
function linesBy(workspace: Workspace): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const uri = namedUri(file);
    const lines = known.get(uri) ?? (workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '').split(/\r?\n/);
    known.set(uri, lines);
    return lines;
  };
}
