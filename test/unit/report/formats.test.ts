import { describe, expect, it } from 'vitest';
import { printGithubReport } from '../../../server/src/report/problems/githubReport.ts';
import { printJsonReport } from '../../../server/src/report/problems/jsonReport.ts';
import { printJunitReport } from '../../../server/src/report/problems/junitReport.ts';
import { printSarifReport } from '../../../server/src/report/problems/sarifReport.ts';
import { problem, report } from './makeReport.ts';

const RELATED = { file: 'a b/ö.tf', range: problem(4, 2, 3).range, message: 'The first one' };
const FIX = {
  title: 'Do it',
  edits: [
    { file: 'main.tf', range: problem(1, 6, 6).range, text: 'x' },
    { file: 'other.tf', range: problem(0, 0, 1).range, text: '' },
  ],
};

describe('the report as JSON', () => {
  it('says whether there is a fix, not how it is written', () => {
    const printed = JSON.parse(printJsonReport(report(problem(1, 6, 9, { fixes: [FIX], fixable: true }))));
    expect(printed.problems[0]).toHaveProperty('fixable', true);
    expect(printed.problems[0]).not.toHaveProperty('fixes');
  });
});

describe('the report as workflow commands', () => {
  it('names place, rule and message, and ends with the counts', () => {
    expect(printGithubReport(report(problem(1, 6, 9)))).toBe(
      `::error file=main.tf,line=2,endLine=2,col=7,endColumn=9,title=some-rule::What is wrong. What to do.
1 error, 0 warnings, 1 info in 1 file (1 repository, 2 lifecycle policies)`,
    );
  });

  it('escapes what would end a property or the command', () => {
    const hostile = problem(0, 0, 0, { file: 'a,b:c%.tf', message: '50%\r\n::error::x', severity: 'info' });
    expect(printGithubReport(report(hostile)).split('\n')[0]).toBe(
      '::notice file=a%2Cb%3Ac%25.tf,line=1,endLine=1,col=1,endColumn=1,title=some-rule::50%25%0D%0A::error::x',
    );
  });

  it('gives no columns over several lines', () => {
    const range = { start: { line: 1, character: 4 }, end: { line: 3, character: 2 } };
    expect(printGithubReport(report(problem(0, 0, 0, { range, severity: 'warning' })))).toContain(
      '::warning file=main.tf,line=2,endLine=4,title=',
    );
  });
});

describe('the report as JUnit XML', () => {
  it('has a test case for each problem; mild ones pass', () => {
    const text = printJunitReport(report(problem(1, 6, 9), problem(2, 0, 1, { severity: 'hint' })));
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="terraform-ecr" tests="2" failures="1" errors="0" skipped="0" time="0">
  <testsuite name="terraform-ecr check" tests="2" failures="1" errors="0" skipped="0" time="0">
    <testcase name="some-rule (main.tf:2:7)" classname="main.tf" file="main.tf" line="2" time="0"><failure type="error" message="What is wrong. What to do.">main.tf:2:7: error: What is wrong. What to do.</failure></testcase>
    <testcase name="some-rule (main.tf:3:1)" classname="main.tf" file="main.tf" line="3" time="0"><system-out>main.tf:3:1: hint: What is wrong. What to do.</system-out></testcase>
  </testsuite>
</testsuites>`);
  });

  it('has a test case that passes when there is no problem', () => {
    expect(printJunitReport(report())).toContain('tests="1" failures="0"');
    expect(printJunitReport(report())).toContain('<testcase name="no problems"');
  });

  it('escapes markup and replaces what XML cannot hold', () => {
    const text = printJunitReport(report(problem(0, 0, 1, { message: 'a "<b>" & \u0000\uD800\n\u{1F40B}' })));
    expect(text).toContain('message="a &quot;&lt;b&gt;&quot; &amp; \uFFFD\uFFFD&#10;\u{1F40B}"');
  });
});

describe('the report as SARIF', () => {
  const rules = [{ id: 'some-rule', title: 'Some rule', severity: 'hint' as const, page: '# some-rule\n' }];
  const log = JSON.parse(
    printSarifReport(report(problem(1, 6, 9, { related: [RELATED], fixes: [FIX] }), problem(2, 0, 0)), {
      version: '1.2.3',
      rules,
    }),
  );

  it('describes the program and its rules', () => {
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ columnKind: 'utf16CodeUnits' }] });
    expect(log.runs[0].tool.driver).toEqual({
      name: 'terraform-ecr',
      semanticVersion: '1.2.3',
      rules: [
        {
          id: 'some-rule',
          shortDescription: { text: 'Some rule' },
          help: { text: '# some-rule\n', markdown: '# some-rule\n' },
          defaultConfiguration: { level: 'note' },
        },
      ],
    });
  });

  it('places problems, what they relate to and their fixes', () => {
    const [found, plain] = log.runs[0].results;
    const place = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' });
    expect(found).toEqual({
      ruleId: 'some-rule',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'What is wrong. What to do.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: place('main.tf'),
            region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: place('a%20b/%C3%B6.tf'),
            region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 4 },
          },
          message: { text: 'The first one' },
        },
      ],
      fixes: [
        {
          description: { text: 'Do it' },
          artifactChanges: [
            {
              artifactLocation: place('main.tf'),
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 7 },
                  insertedContent: { text: 'x' },
                },
              ],
            },
            {
              artifactLocation: place('other.tf'),
              replacements: [
                {
                  deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
                  insertedContent: { text: '' },
                },
              ],
            },
          ],
        },
      ],
    });
    expect(Object.keys(plain)).toEqual(['ruleId', 'ruleIndex', 'level', 'message', 'locations']);
  });
});
