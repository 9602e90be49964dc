import { describe, expect, it } from 'vitest';
import { printTextReport } from '../../../server/src/report/problems/textReport.ts';
import { problem, report } from './makeReport.ts';

describe('the report for people', () => {
  it('underlines the place and names related ones', () => {
    const related = [{ file: 'other.tf', range: problem(4, 2, 3).range, message: 'The first one' }];
    expect(printTextReport(report(problem(1, 6, 9, { related })), () => ['', '\tx  = "abc"'], false)).toBe(
      `main.tf:2:7 error some-rule
  What is wrong. What to do.
  2 | \tx  = "abc"
    | \t     ^^^
  other.tf:5:3: The first one

1 error, 0 warnings, 1 info in 1 file (1 repository, 2 lifecycle policies)`,
    );
  });

  it('cuts a very long line around the place', () => {
    const line = `${'a'.repeat(5000)}bad${'c'.repeat(5000)}`;
    const text = printTextReport(report(problem(0, 5000, 5003)), () => [line], false);
    const [, , excerpt = '', carets = ''] = text.split('\n');
    expect(excerpt.length).toBeLessThan(200);
    expect(excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('bad');
  });

  it('draws one caret for a place of no width, and colours when asked', () => {
    const text = printTextReport(report(problem(0, 3, 3)), () => ['x ='], true);
    expect(text).toContain('\u001b[31m^\u001b[0m');
    expect(text).toContain('\u001b[31merror\u001b[0m');
  });
});
