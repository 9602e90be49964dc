import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { Files } from '../support/checkProblems.ts';
import { settingsFor, workspaceOf } from '../support/checkProblems.ts';

const rule = (number: string) =>
  `{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }`;
const IGNORE = '# terraform-ecr-ignore: policy-number-range on purpose';
const output = (number: string) => `${IGNORE}
output "json" {
  value = jsonencode({ rules = [${rule(number)}] })
}
`;
const consumer = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;
const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`;
const PLAIN = call('m', './m') + consumer('module.m.json');

function told(files: Files): string[] {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  }, CHECKS);
  const context = new ServiceContext(workspaceOf(files), finder);
  const settings = settingsFor(null);
  return Object.keys(files).flatMap((file) =>
    context.problemsOf(file, settings).map(({ problem }) => `${file} ${problem.ruleId}`),
  );
}

describe('a suppression in a called module', () => {
  it.each<[name: string, files: Files]>([
    ['an output', { 'main.tf': PLAIN, 'm/main.tf': output('0') }],
    ['an output, asked for first', { 'm/main.tf': output('0'), 'main.tf': PLAIN }],
    [
      'a local behind an output',
      {
        'main.tf': PLAIN,
        'm/main.tf': `${IGNORE}\nlocals {\n  rules = [${rule('0')}]\n}\noutput "json" {\n  value = jsonencode({ rules = local.rules })\n}\n`,
      },
    ],
    [
      'a list of rules',
      {
        'main.tf': call('m', './m') + consumer('jsonencode({ rules = module.m.json })'),
        'm/main.tf': `${IGNORE}\noutput "json" {\n  value = [${rule('0')}]\n}\n`,
      },
    ],
    [
      'a module two calls away',
      {
        'main.tf': call('m', './mid') + consumer('module.m.json'),
        'mid/main.tf': `${call('n', '../m')}output "json" {\n  value = module.n.json\n}\n`,
        'm/main.tf': output('0'),
      },
    ],
    [
      'one of two callers',
      {
        'a/main.tf': call('m', '../m'),
        'b/main.tf': call('m', '../m') + consumer('module.m.json'),
        'm/main.tf': output('0'),
      },
    ],
    [
      'an output that is a policy as an object',
      {
        'main.tf': call('m', './m') + consumer('jsonencode(module.m.json)'),
        'm/main.tf': output('0').replace('jsonencode(', '('),
      },
    ],
    ['another number', { 'main.tf': PLAIN, 'm/main.tf': output('-1') }],
  ])('that silences %s as others call it is used', (_, files) => {
    expect(told(files)).toEqual([]);
    const bare = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(IGNORE, '')]));
    expect(told(bare)).toEqual([expect.stringContaining('policy-number-range')]);
  });

  it.each<[name: string, files: Files]>([
    ['right however it is called', { 'main.tf': PLAIN, 'm/main.tf': output('1') }],
    ['handed over by nobody', { 'main.tf': call('m', './m'), 'm/main.tf': output('0') }],
    ['called by nobody', { 'm/main.tf': output('0') }],
  ])('is unused where the text is %s', (_, files) => {
    expect(told(files)).toEqual(['m/main.tf suppression-unused']);
  });
});
