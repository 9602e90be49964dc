import { describe, expect, it } from 'vitest';
import type { Check } from '../../../server/src/checks/check.ts';
import { Module } from '../../../server/src/module/module.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { placeOf } from '../../../server/src/syntax/tree/place.ts';
import { onlyCheck } from '../support/checkProblems.ts';

const SETTINGS = { rules: {}, companionReports: false };

const POLICY = (name: string, value: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "repository-${name}"\n  policy     = ${value}\n}\n`;

function moduleOf(files: Readonly<Record<string, string>>): Module {
  const module = new Module();
  for (const [name, text] of Object.entries(files)) module.setFile(name, text);
  return module;
}

/** A rule that counts how often it runs, and reports every policy. */
function countingRule(id: string): { rule: Check; asked: () => number } {
  let asked = 0;
  const rule: Check = {
    subject: 'policy',
    id,
    title: id,
    severity: 'warning',
    *check({ place }) {
      asked += 1;
      yield { place, message: id };
    },
  };
  return { rule, asked: () => asked };
}

describe('finding problems', () => {
  it('a rule that fails is named, and the others still answer', () => {
    const failing: Check = {
      subject: 'policy',
      id: 'failing',
      title: 'fails',
      severity: 'error',
      *check({ place }) {
        yield { place, message: 'found before the failure' };
        throw new Error('a defect');
      },
    };
    const failures: string[] = [];
    const finder = new ProblemFinder((ruleId) => failures.push(ruleId), [failing, countingRule('other').rule]);
    const problems = finder.problemsOf(moduleOf({ 'a.tf': POLICY('p', 'jsonencode({})') }));
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['other']);
    expect(failures).toEqual(['failing']);
  });

  it('an edit asks the rules again only about what it touched', () => {
    const { rule, asked } = countingRule('counted');
    const finder = new ProblemFinder(() => undefined, [rule]);
    const text = POLICY('one', 'jsonencode({})') + POLICY('two', 'jsonencode({})');
    const module = moduleOf({ 'a.tf': text });
    finder.problemsOf(module);
    expect(asked()).toBe(2);
    module.setFile('a.tf', text.replace('"two"', '"three"'));
    finder.problemsOf(module);
    expect(asked()).toBe(3);
  });

  it('an edit of a local asks again about the policies that use it, and no others', () => {
    const { rule, asked } = countingRule('counted');
    const finder = new ProblemFinder(() => undefined, [rule]);
    const module = moduleOf({
      'a.tf': POLICY('uses', 'jsonencode({ rules = local.rules })') + POLICY('other', 'jsonencode({})'),
      'b.tf': 'locals {\n  rules = []\n}\n',
    });
    finder.problemsOf(module);
    module.setFile('b.tf', 'locals {\n  rules = [{}]\n}\n');
    finder.problemsOf(module);
    expect(asked()).toBe(3);
  });

  it('a policy that comes or goes changes what is said of the repository', () => {
    const finder = new ProblemFinder(() => undefined, onlyCheck('repository-no-lifecycle-policy'));
    const module = moduleOf({
      'a.tf': 'resource "aws_ecr_repository" "r" {\n  name = "orders"\n  image_tag_mutability = "IMMUTABLE"\n}\n',
      'scanning.tf': 'resource "aws_ecr_registry_scanning_configuration" "all" {\n  scan_type = "BASIC"\n}\n',
    });
    const ids = () => finder.problemsOf(module).map(({ ruleId }) => ruleId);
    expect(ids()).toEqual(['repository-no-lifecycle-policy']);
    module.setFile('b.tf', POLICY('p', 'var.policy').replace('"repository-p"', 'aws_ecr_repository.r.name'));
    expect(ids()).toEqual([]);
    module.removeFile('b.tf');
    expect(ids()).toEqual(['repository-no-lifecycle-policy']);
  });
});

describe('problems by file', () => {
  const local = 'locals {\n  p = jsonencode({ rules = [{ rulePriority = "1" }] })\n}\n';

  it('a problem in a shared local is told once', () => {
    const finder = new ProblemFinder(() => undefined);
    const module = moduleOf({ 'a.tf': POLICY('one', 'local.p') + POLICY('two', 'local.p'), 'b.tf': local });
    const files = problemsByFile(finder, module, SETTINGS);
    expect(files.get('a.tf')).toEqual([]);
    expect(files.get('b.tf')?.filter(({ problem }) => problem.ruleId === 'policy-value-type')).toHaveLength(1);
  });

  it('severities are changed and switched off by rule', () => {
    const finder = new ProblemFinder(() => undefined);
    const module = moduleOf({ 'a.tf': POLICY('one', 'local.p'), 'b.tf': local });
    const rules = { 'policy-value-type': 'hint', 'policy-missing-key': 'off' } as const;
    const found = problemsByFile(finder, module, { ...SETTINGS, rules }).get('b.tf') ?? [];
    expect(found.map(({ problem }) => [problem.ruleId, problem.severity])).toEqual([['policy-value-type', 'hint']]);
  });

  it('come in text order', () => {
    const back: Check = {
      subject: 'policy',
      id: 'backwards',
      title: '',
      severity: 'info',
      *check({ owner: { source, block } }) {
        for (const item of [...block.body.items].reverse()) yield { place: placeOf(source, item), message: 'here' };
      },
    };
    const finder = new ProblemFinder(() => undefined, [back]);
    const found = problemsByFile(finder, moduleOf({ 'a.tf': POLICY('p', '1') }), SETTINGS).get('a.tf') ?? [];
    const starts = found.map(({ start }) => start);
    expect(starts).toHaveLength(2);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });

  it('syntax is left to a companion that reports it', () => {
    const finder = new ProblemFinder(() => undefined);
    const module = moduleOf({ 'a.tf': 'x = \n' });
    expect(problemsByFile(finder, module, SETTINGS).get('a.tf')).toHaveLength(1);
    expect(problemsByFile(finder, module, { ...SETTINGS, companionReports: true }).get('a.tf')).toEqual([]);
  });
});
