import { createHash } from 'node:crypto';
import type { Severity } from '../../checks/check.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import type { Report, ReportedProblem } from '../report.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** The report as GitLab's Code Quality reads it (https://docs.gitlab.com/ci/testing/code_quality). */
export function printGitlabReport({ problems }: Report): string {
  const told = new Map<string, number>();
  return printableJson(
    problems.map((problem) => {
      const identity = [problem.file, problem.rule, problem.message].join('\0');
      const count = told.get(identity) ?? 0;
      told.set(identity, count + 1);
      return describe(problem, `${identity}\0${count}`);
    }),
    1,
  );
}

/** The fingerprint has no line number, so that a problem stays the same when lines above it are added or removed. */
function describe({ file, range, severity, rule, message }: ReportedProblem, identity: string) {
  return {
    description: message,
    check_name: rule,
    fingerprint: createHash('sha256').update(identity).digest('hex'),
    severity: SEVERITIES[severity],
    location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  };
}
