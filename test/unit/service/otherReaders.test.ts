import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const finder = new ProblemFinder((ruleId, error) => {
  throw new Error(ruleId, { cause: error });
});

const SELECTION = 'tagStatus = "untagged", countType = "imageCountMoreThan"';
const policy = (rules: string) =>
  `resource "aws_ecr_lifecycle_policy" "a" {\n  repository = "aa"\n  policy     = jsonencode({ rules = ${rules} })\n}\n`;
const output = (value: string) => `output "o" {\n  value = ${value}\n}\n`;
const repository = (lines: string) =>
  `resource "aws_ecr_repository" "r" {\n  ${lines}\n  image_tag_mutability = "IMMUTABLE"\n}\n`;

/** A number that was written as a text. */
const KEEP = `locals {\n  keep = "10"\n}\n${policy(`[{ rulePriority = 1, selection = { ${SELECTION}, countNumber = local.keep }, action = { type = "expire" } }]`)}`;
/** A key in snake case. */
const KEY = `locals {\n  sel = { tag_status = "untagged", countType = "imageCountMoreThan", countNumber = 4 }\n}\n${policy('[{ rulePriority = 1, selection = local.sel, action = { type = "expire" } }]')}`;
/** A list that the tag status forbids. */
const LIST = `locals {\n  rule = { rulePriority = 1, selection = { ${SELECTION}, countNumber = 4, tagPrefixList = [] }, action = { type = "expire" } }\n}\n${policy('[local.rule]')}`;
/** A null where AWS accepts none. */
const NULL = `locals {\n  rule = { rulePriority = 1, description = null, selection = { ${SELECTION}, countNumber = 4 }, action = { type = "expire" } }\n}\n${policy('[local.rule]')}`;
/** An action in capitals, in a map of stages. */
const STAGES = `locals {\n  stages = { dev = { name = "dev", action = "Expire" } }\n}\n${policy(`[{ rulePriority = 1, selection = { ${SELECTION}, countNumber = 4 }, action = { type = local.stages.dev.action } }]`)}`;
/** A rule with a priority after `any`. */
const RULES = `locals {\n  rules = [\n    { rulePriority = 5, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 4 }, action = { type = "expire" } },\n    { rulePriority = 6, selection = { ${SELECTION}, countNumber = 4 }, action = { type = "expire" } },\n  ]\n}\n${policy('local.rules')}`;

/** Modules in which something beside the policy makes more of the mistaken value than pass it on. */
const DISTURBED: Readonly<Record<string, readonly [text: string, address: string, others?: Files]>> = {
  'a count that compares it': [
    KEEP + repository('name = "rr"\n  count = local.keep == "10" ? 1 : 0'),
    'aws_ecr_repository.r',
  ],
  'a for_each that filters by it': [
    STAGES + repository('for_each = { for k, s in local.stages : k => s if s.action == "Expire" }\n  name = each.key'),
    'aws_ecr_repository.r',
  ],
  'a for_each of another local that filters by it': [
    `${STAGES}locals {\n  chosen = [for s in local.stages : s.name if s.action == "Expire"]\n}\n${repository('for_each = toset(local.chosen)\n  name = each.key')}`,
    'aws_ecr_repository.r',
  ],
  'an instance that compares it': [
    STAGES + repository('for_each = local.stages\n  name = each.value.action == "Expire" ? "aa" : "bb"'),
    'aws_ecr_repository.r',
  ],
  'a nested block that compares it': [
    KEEP + repository('name = "rr"\n  image_scanning_configuration {\n    scan_on_push = local.keep == "10"\n  }'),
    'aws_ecr_repository.r',
  ],
  'a dynamic block': [
    KEEP +
      repository(
        'name = "rr"\n  dynamic "encryption_configuration" {\n    for_each = local.keep == "10" ? [1] : []\n    content {\n      encryption_type = "KMS"\n    }\n  }',
      ),
    'aws_ecr_repository.r',
  ],
  'an output that compares it': [KEEP + output('local.keep == "10" ? "short" : "long"'), 'output.o'],
  'an output that compares it with what is not known': [
    `${KEEP}variable "other" {}\n${output('local.keep == var.other')}`,
    'output.o',
  ],
  'the key itself': [KEY + output('local.sel.tag_status'), 'output.o'],
  'all keys': [KEY + output('keys(local.sel)'), 'output.o'],
  'a lookup of the key': [KEY + output('lookup(local.sel, "tag_status", "none")'), 'output.o'],
  'a loop over the keys': [KEY + output('[for k, v in local.sel : k if k != "tag_status"]'), 'output.o'],
  'what a removed argument held': [LIST + output('length(local.rule.selection.tagPrefixList)'), 'output.o'],
  'a removed null': [NULL + output('local.rule.description == null ? "none" : "some"'), 'output.o'],
  'an element found by its number': [
    `${RULES}locals {\n  last = [for r in local.rules : r if r.rulePriority == 5][0]\n}\n${output('local.last')}`,
    'output.o',
  ],
  'a template with a condition': [
    KEEP + output('"%{ if local.keep == "10" }short%{ else }long%{ endif }"'),
    'output.o',
  ],
  'a called module that compares it': [
    `${KEEP}module "m" {\n  source = "./m"\n  keep   = local.keep\n}\n`,
    'module.m.aws_ecr_repository.r',
    {
      'm/main.tf': `variable "keep" {}\n${repository('name = "rr"\n  count = var.keep == "10" ? 1 : 0')}`,
    },
  ],
};

/** Modules that only pass the value on, or decide the same with the mended one. */
const UNDISTURBED: Readonly<Record<string, readonly [text: string, mended: string, others?: Files]>> = {
  'an output of the value': [KEEP + output('local.keep'), 'keep = 10'],
  'an output of a text with it': [KEEP + output('"keeps $' + '{local.keep} images"'), 'keep = 10'],
  'an output of the whole object': [KEY + output('local.sel'), 'tagStatus ='],
  'an output of the document': [KEY + output('jsonencode({ rules = [{ selection = local.sel }] })'), 'tagStatus ='],
  'an output of a merged object': [KEY + output('merge(local.sel, { more = 1 })'), 'tagStatus ='],
  'a loop that passes it on': [STAGES + output('[for s in local.stages : s.action]'), 'action = "expire"'],
  'a count of the same length': [
    STAGES + repository('name = "rr"\n  count = length(local.stages) > 0 ? 1 : 0'),
    'action = "expire"',
  ],
  'a for_each of the same keys': [
    STAGES + repository('for_each = local.stages\n  name = each.value.name'),
    'action = "expire"',
  ],
  'a comparison of another member': [
    STAGES + repository('for_each = { for k, s in local.stages : k => s if s.name == "dev" }\n  name = each.key'),
    'action = "expire"',
  ],
  'a condition that is not known and does not read it': [
    `variable "on" {\n  type = bool\n}\n${KEEP}${output('var.on ? local.keep : null')}`,
    'keep = 10',
  ],
  'a called module that passes it on': [
    `${KEEP}module "m" {\n  source = "./m"\n  keep   = local.keep\n}\n`,
    'keep = 10',
    { 'm/main.tf': 'variable "keep" {}\noutput "kept" {\n  value = var.keep\n}\n' },
  ],
};

describe('a value that is read beside the policy', () => {
  it.each(Object.entries(DISTURBED))(
    'is left to choose where it decides something: %s',
    (_, [text, address, others]) => {
      const workspace = workspaceOf({ 'main.tf': text, ...others });
      const context = new ServiceContext(workspace, finder);
      expect(fixAll(context, 'main.tf', DEFAULT_PROBLEM_SETTINGS)).toBe(text);
      const fixes = quickFixes(context, DEFAULT_PROBLEM_SETTINGS, 'main.tf', { start: 0, end: text.length });
      const titles = fixes.filter(({ title }) => title.includes('(also changes ') && title.includes(`${address})`));
      expect(titles.length, JSON.stringify(fixes.map(({ title }) => title))).toBeGreaterThan(0);
      for (const { isPreferred } of titles) expect(isPreferred).toBe(false);
    },
  );

  it.each(Object.entries(UNDISTURBED))('is mended where it is passed on: %s', (_, [text, mended, others]) => {
    const context = new ServiceContext(workspaceOf({ 'main.tf': text, ...others }), finder);
    expect(text).not.toContain(mended);
    expect(fixAll(context, 'main.tf', DEFAULT_PROBLEM_SETTINGS)).toContain(mended);
  });
});
