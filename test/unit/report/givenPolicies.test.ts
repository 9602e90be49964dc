import { describe, expect, it } from 'vitest';
import { giveJson } from '../../../server/src/ecr/plan/givenJson.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { problemsOfGiven } from '../../../server/src/report/problemsOfGiven.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { ruleIds } from '../support/checkProblems.ts';

type Json = Readonly<Record<string, unknown>>;

const selection = (more: Json = {}): Json => ({
  tagStatus: 'any',
  countType: 'imageCountMoreThan',
  countNumber: 5,
  ...more,
});
const rule = (rulePriority: unknown, chosen: Json = selection(), more: Json = {}): Json => ({
  rulePriority,
  selection: chosen,
  action: { type: 'expire' },
  ...more,
});
const tagged = (tag: string, more: Json = {}): Json =>
  selection({ tagStatus: 'tagged', tagPrefixList: [tag], ...more });
const rules = (count: number, description = ''): Json => ({
  rules: Array.from({ length: count }, (_, index) => rule(index + 1, tagged(`t${index}`), { description })),
});

/** Policies that at least one check reports, and a correct one. */
const POLICIES: Readonly<Record<string, Json | string>> = {
  right: { rules: [rule(1)] },
  empty: '',
  'no rule': { rules: [] },
  'sixty rules': rules(60),
  'too long': rules(40, 'x'.repeat(1_000)),
  'no rules key': { policy: [rule(1)] },
  'not an object': '[1]',
  'not JSON': '{"rules": [}',
  'one priority': { rules: [rule(1, tagged('a')), rule(1, tagged('b'))] },
  'any first': { rules: [rule(1), rule(2, tagged('a'))] },
  'any twice': { rules: [rule(1), rule(2)] },
  'untagged twice': {
    rules: [rule(1, selection({ tagStatus: 'untagged' })), rule(2, selection({ tagStatus: 'untagged' }))],
  },
  'one list': { rules: [rule(1, tagged('a')), rule(2, tagged('a'))] },
  shadowed: { rules: [rule(1, tagged('a')), rule(2, tagged('ab'))] },
  'untagged alone': { rules: [rule(1, selection({ tagStatus: 'untagged' }))] },
  'tagged alone': { rules: [rule(1, tagged('a'))] },
  'no unit': { rules: [rule(1, selection({ countType: 'sinceImagePushed' }))] },
  'a unit': { rules: [rule(1, selection({ countUnit: 'days' }))] },
  'no list': { rules: [rule(1, selection({ tagStatus: 'tagged' }))] },
  'a list': { rules: [rule(1, selection({ tagPrefixList: ['a'] }))] },
  'both lists': { rules: [rule(1, tagged('a', { tagPatternList: ['a*'] }))] },
  'a null': { rules: [rule(1, selection({ countUnit: null }))] },
  'a text for a number': { rules: [rule('1')] },
  'an unknown key': { rules: [rule(1, selection(), { priority: 1 })] },
  'an unknown value': { rules: [rule(1, selection({ tagStatus: 'all' }))] },
  'no number': { rules: [rule(1, selection({ countNumber: 0 }))] },
  'a prefix with a star': { rules: [rule(1, tagged('a*'))] },
  'another action': { rules: [rule(1, selection(), { action: { type: 'transition' } })] },
};

const textOf = (policy: Json | string) => (typeof policy === 'string' ? policy : JSON.stringify(policy));

function found(name: string, text: string) {
  const workspace = new Workspace();
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const context = new ServiceContext(workspace, finder);
  return giveJson(workspace, `file:///w/${name}.json`, text).flatMap((given) =>
    problemsOfGiven(given, workspace, context, DEFAULT_PROBLEM_SETTINGS).map((placed) => ({
      id: `${placed.problem.severity} ${placed.problem.ruleId}`,
      address: given.address,
      start: given.at(placed.start),
      text: text.slice(given.at(placed.start), given.at(placed.end)),
    })),
  );
}

function planOf(policy: string): string {
  const values = { repository: 'app', policy };
  const resource = {
    address: 'module.a.aws_ecr_lifecycle_policy.p["x"]',
    mode: 'managed',
    type: 'aws_ecr_lifecycle_policy',
    values,
  };
  return JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources: [resource] } } });
}

/** The verdicts of the same text in code. */
function inCode(text: string): string[] {
  const code = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${JSON.stringify(text)}\n}\n`;
  return ruleIds(code, DEFAULT_PROBLEM_SETTINGS).sort();
}

describe('a policy as a file, in a plan and in code', () => {
  it.each(Object.entries(POLICIES))('%s: gets the same verdicts', (name, policy) => {
    const text = textOf(policy);
    const expected = inCode(text);
    expect(expected.length > 0).toBe(name !== 'right');
    expect(
      found('policy', text)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(expected);
    expect(
      found('plan', planOf(text))
        .map(({ id }) => id)
        .sort(),
    ).toEqual(expected);
  });

  it.each(['no rule', 'sixty rules', 'too long'])(
    '%s: stands on the opening of the file, and on the string of the plan',
    (name) => {
      const text = textOf(POLICIES[name] ?? '');
      const whole = found('policy', ` ${text}`).filter(({ id }) => /policy-(length|rule-count)$/.test(id));
      expect(whole.map((one) => [one.start, one.text])).toEqual([[1, '{']]);
      const planned = found('plan', planOf(text)).filter(({ id }) => /policy-(length|rule-count)$/.test(id));
      expect(planned.map((one) => [one.address, one.text])).toEqual([
        ['module.a.aws_ecr_lifecycle_policy.p["x"]', JSON.stringify(text).slice(1, -1)],
      ]);
    },
  );
});
