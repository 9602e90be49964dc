import type { Report } from './report.ts';

/** The report as JSON, version 1 of its contract. */
export function printJsonReport({ problems, summary }: Report): string {
  return JSON.stringify({ version: 1, problems, summary }, null, 1);
}
