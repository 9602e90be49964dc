import { describe, expect, it } from 'vitest';
import { laidOut } from '../../../server/src/report/laidOut.ts';
import { printTextReport } from '../../../server/src/report/problems/textReport.ts';
import { problem, report } from './makeReport.ts';

const at = (text: string, part: string) => laidOut(text, { start: text.indexOf(part), end: 0 });

describe('a text on one line', () => {
  const POLICY = '{"rules":[{"rulePriority":1,"selection":{"countNumber":0}}]}';

  it('is laid out around the place', () => {
    const number = at(POLICY, '0}');
    expect(number?.lines[number.marked]).toBe('        "countNumber": 0');
    expect([number?.character, number?.width]).toEqual([23, 1]);
    const key = at(POLICY, '"rulePriority"');
    expect(key?.lines[key.marked]).toBe('      "rulePriority": 1,');
    expect([key?.character, key?.width]).toEqual([6, 14]);
    const object = at(POLICY, '{"countNumber"');
    expect(object?.lines[object.marked]).toBe('      "selection": {');
    expect([object?.character, object?.width]).toEqual([19, 1]);
    expect(at(POLICY, '{')?.marked).toBe(0);
    expect(laidOut('not JSON {', { start: 0, end: 1 })).toBe(null);
    expect(laidOut('', { start: 0, end: 0 })).toBe(null);
  });

  it('of a plan is laid out in the values of its resource', () => {
    const resource = { address: 'aws_ecr_repository.a', values: { name: 'App', tags: { x: 'y' } } };
    const plan = JSON.stringify({
      planned_values: { root_module: { child_modules: [{ resources: [{ values: { name: 'other' } }, resource] }] } },
    });
    const name = at(plan, '"App"');
    expect(name?.lines).toEqual(['{', '  "name": "App",', '  "tags": {']);
    expect([name?.marked, name?.character, name?.width]).toEqual([1, 10, 5]);
    expect(at(plan, '"aws_ecr_repository.a"')?.lines[0]).toBe('{');
    expect(at(plan, '"y"')?.lines.join('')).toContain('"x": "y"');
  });

  it('is quoted with its mark in the report', () => {
    const excerpt = at(POLICY, '0}');
    const text = printTextReport(
      report(problem(0, 40, 41, excerpt === null ? {} : { excerpt })),
      () => [POLICY],
      false,
    );
    expect(text).toContain('  |         "countNumber": 0\n  |                        ^\n');
    expect(text).not.toContain(POLICY);
  });
});
