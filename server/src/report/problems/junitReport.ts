import type { Report, ReportedProblem } from '../report.ts';
import { escapeXml } from './escapeXml.ts';

/**
 * The report as JUnit XML: one test case for each problem, so that CI servers list them; a single passing one when
 * there is none. Errors and warnings are failures, milder problems pass with their text as output.
 */
export function printJunitReport({ problems }: Report): string {
  const cases = problems.length === 0 ? [printPassing()] : problems.map(printCase);
  const failures = problems.filter(isFailure).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="terraform-ecr" ${counts} time="0">`,
    `  <testsuite name="terraform-ecr check" ${counts} time="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

function isFailure({ severity }: ReportedProblem): boolean {
  return severity === 'error' || severity === 'warning';
}

function printPassing(): string {
  return '    <testcase name="no problems" classname="terraform-ecr" time="0"/>';
}

function printCase(problem: ReportedProblem): string {
  const { file, range, severity, rule, message } = problem;
  const position = `${range.start.line + 1}:${range.start.character + 1}`;
  const name = escapeXml(`${rule} (${file}:${position})`);
  const body = escapeXml(`${file}:${position}: ${severity}: ${message}`);
  const content = isFailure(problem)
    ? `<failure type="${severity}" message="${escapeXml(message)}">${body}</failure>`
    : `<system-out>${body}</system-out>`;
  const head = `<testcase name="${name}" classname="${escapeXml(file)}" file="${escapeXml(file)}"`;
  return `    ${head} line="${range.start.line + 1}" time="0">${content}</testcase>`;
}
