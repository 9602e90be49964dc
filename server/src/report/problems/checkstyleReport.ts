import type { Severity } from '../../checks/check.ts';
import type { Report, ReportedProblem } from '../report.ts';
import { escapeXml } from './escapeXml.ts';

/** Checkstyle has no hints. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

/** The report as Checkstyle XML: the problems by file, with lines and columns from one. `version` is the program's. */
export function printCheckstyleReport({ problems }: Report, version: string): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const elements = files.map((file) => {
    const errors = problems.filter((problem) => problem.file === file).map(printError);
    return `  <file name="${escapeXml(file)}">\n${errors.join('\n')}\n  </file>`;
  });
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', `<checkstyle version="${escapeXml(version)}">`];
  return [...head, ...elements, '</checkstyle>'].join('\n');
}

function printError({ range: { start }, severity, rule, message }: ReportedProblem): string {
  const place = `line="${start.line + 1}" column="${start.character + 1}"`;
  const text = `message="${escapeXml(message)}" source="terraform-ecr.${escapeXml(rule)}"`;
  return `    <error ${place} severity="${SEVERITIES[severity]}" ${text}/>`;
}
