import type { Report, ReportedProblem } from '../../../server/src/report/report.ts';

/** A problem at columns of a line. */
export const problem = (
  line: number,
  start: number,
  end: number,
  changes: Partial<ReportedProblem> = {},
): ReportedProblem => ({
  file: 'main.tf',
  range: { start: { line, character: start }, end: { line, character: end } },
  severity: 'error',
  rule: 'some-rule',
  message: 'What is wrong. What to do.',
  fixable: false,
  url: '',
  related: [],
  fixes: [],
  ...changes,
});

/** A report of problems. */
export const report = (...problems: ReportedProblem[]): Report => ({
  problems,
  unread: [],
  readInPart: [],
  summary: {
    files: 1,
    repositories: 1,
    policies: 2,
    accessPolicies: 0,
    blocks: { aws_ecr_repository: 1 },
    modules: { followed: 0, known: 0, unknown: 0 },
    error: problems.length,
    warning: 0,
    info: 1,
    hint: 0,
  },
});
