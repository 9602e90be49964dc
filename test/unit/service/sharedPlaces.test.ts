import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll, mendedByFixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const rule = (
  priority: string | number,
  pattern: string,
  count = 'countType = "imageCountMoreThan", countNumber = 14',
) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "tagged", tagPrefixList = ["${pattern}"], ${count} }, action = { type = "expire" } }`;
const DAY = 'countType = "sinceImagePushed", countUnit = "days", countNumber = 1';
const policy = (name: string, rules: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy     = jsonencode({ rules = ${rules} })\n}\n`;
const locals = (text: string) => `locals {\n  ${text}\n}\n`;
const MODULE = `variable "rules" {\n  type = any\n}\n${policy('inner', `concat(var.rules, [${rule(5, 'x')}])`)}`;
const call = (rules: string) => `module "m" {\n  source = "./m"\n  rules  = ${rules}\n}\n`;
const keep = locals(`keep = ${rule(5, 'v')}`);
/** Accepted: a fix that moves `keep` up would let the other rule go first. */
const B = policy('b', `[${rule(6, 'v1', DAY)}, local.keep]`);

/** Modules in which a fix affects more than the policy with the problem, and the title that says so. */
const SHARED: Readonly<Record<string, { readonly files: Files; readonly title: RegExp }>> = {
  'a rule of two policies': {
    files: { 'main.tf': keep + B + policy('d', `[${rule(5, 'w')}, local.keep]`) },
    title:
      /^Renumber .* \(also changes aws_ecr_lifecycle_policy\.b; brings rule-priority-duplicate to aws_ecr_lifecycle_policy\.b\)$/,
  },
  'a rule that a module sends too': {
    files: {
      'main.tf':
        keep +
        policy('d', `[${rule(5, 'w')}, local.keep]`) +
        call(
          `[${rule(6, 'v1', DAY)}, { rulePriority = local.keep.rulePriority + 2, selection = local.keep.selection, action = local.keep.action }, { rulePriority = local.keep.rulePriority - 1, selection = { tagStatus = "untagged", ${DAY} }, action = { type = "expire" } }]`,
        ),
      'm/main.tf': MODULE,
    },
    title: /^Renumber .* \(.*module\.m\.aws_ecr_lifecycle_policy\.inner/,
  },
  'a policy that is not wholly known': {
    files: {
      'main.tf': `variable "more" {\n  type = any\n}\n${keep}${policy('b', 'concat([local.keep], var.more)')}${policy('d', `[${rule(5, 'w')}, local.keep]`)}`,
    },
    title: /^Renumber .* \(also changes aws_ecr_lifecycle_policy\.b\)$/,
  },
  'each of several instances': {
    files: {
      'main.tf': `${keep}resource "aws_ecr_lifecycle_policy" "b" {\n  for_each   = { x = 6, y = 8 }\n  repository = each.key\n  policy     = jsonencode({ rules = [{ rulePriority = each.value, selection = { tagStatus = "tagged", tagPrefixList = ["v1"], ${DAY} }, action = { type = "expire" } }, local.keep] })\n}\n${policy('d', `[${rule(5, 'w')}, local.keep]`)}`,
    },
    title: /^Renumber .* \(also changes aws_ecr_lifecycle_policy\.b;/,
  },
  'a countType that hides a countUnit': {
    files: {
      'main.tf': policy(
        'd',
        `[${rule(1, 'v', 'countType = "imageCountMoreThen", countUnit = "days", countNumber = 1')}]`,
      ),
    },
    title: /^Change it to imageCountMoreThan \(brings rule-count-unit-forbidden\)$/,
  },
  'a storage class that contradicts the countType': {
    files: { 'main.tf': policy('d', `[${rule(1, 'v', `storageClass = "Archive", ${DAY}`)}]`) },
    title: /^Change it to archive \(brings rule-storage-class-mismatch\)$/,
  },
  'an action that contradicts the countType': {
    files: {
      'main.tf': policy(
        'd',
        `[${rule(1, 'v', 'countType = "sinceImagePulled", countUnit = "days", countNumber = 1').replace('"expire"', '"Expire"')}]`,
      ),
    },
    title: /^Change it to expire \(brings rule-action-mismatch\)$/,
  },
  'a tagStatus that forbids the list': {
    files: { 'main.tf': policy('d', `[${rule(1, 'v').replace('"tagged"', '"ANY"')}]`) },
    title: /^Change it to any \(brings rule-tag-list-forbidden\)$/,
  },
};

const finder = new ProblemFinder((ruleId, error) => {
  throw new Error(ruleId, { cause: error });
});

describe('a fix that does more than it is for', () => {
  it.each(Object.entries(SHARED))('is left to choose, and says so: %s', (_, { files, title }) => {
    const workspace = workspaceOf(files);
    const context = new ServiceContext(workspace, finder);
    const text = files['main.tf'] ?? '';
    expect(fixAll(new ServiceContext(workspace, finder), 'main.tf', DEFAULT_PROBLEM_SETTINGS)).toBe(text);
    const fixes = quickFixes(context, DEFAULT_PROBLEM_SETTINGS, 'main.tf', { start: 0, end: text.length });
    const found = fixes.filter((fix) => title.test(fix.title));
    expect(found.length, JSON.stringify(fixes.map((fix) => fix.title))).toBeGreaterThan(0);
    const isMended = mendedByFixAll(new ServiceContext(workspace, finder), 'main.tf', DEFAULT_PROBLEM_SETTINGS);
    for (const { isPreferred, problem } of found) expect([isPreferred, isMended(problem)]).toEqual([false, false]);
  });

  it('is applied unasked where another fix makes up for it', () => {
    const files = {
      'main.tf': `${locals('number = 5')}${policy('b', `[${rule('local.number', 'v')}, ${rule(6, 'v1', DAY)}]`)}${policy('d', `[${rule(5, 'w')}, ${rule('local.number', 'v')}]`)}`,
    };
    const fixed = fixAll(new ServiceContext(workspaceOf(files), finder), 'main.tf', DEFAULT_PROBLEM_SETTINGS);
    expect(fixed).toContain('number = 6');
    expect(fixed).toContain('rulePriority = 7');
  });

  it('is applied unasked where the other policies stay as they are', () => {
    const files = {
      'main.tf': `${keep}${policy('b', `[${rule(9, 'v1', DAY)}, local.keep]`)}${policy('d', `[${rule(5, 'w')}, local.keep]`)}`,
    };
    const workspace = workspaceOf(files);
    const fixed = fixAll(new ServiceContext(workspace, finder), 'main.tf', DEFAULT_PROBLEM_SETTINGS);
    expect(fixed).not.toBe(files['main.tf']);
  });
});
