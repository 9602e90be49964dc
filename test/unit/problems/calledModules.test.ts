import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const rule = (number: string | number) =>
  `{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }`;
const consumer = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;
const call = (source: string, inputs = '') => `module "m" {\n  source = "${source}"\n${inputs}}\n`;
const output = (name: string, value: string) => `output "${name}" {\n  value = ${value}\n}\n`;
const variable = (name: string, type = 'any') => `variable "${name}" {\n  type = ${type}\n}\n`;
const document = (number: string, name = 'd') => `data "aws_ecr_lifecycle_policy_document" "${name}" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = ${number}
    }
  }
}
`;

interface Told {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
  readonly kinds: readonly string[];
}

/** The errors of all files, as an editor shows them file by file. */
function told(files: Files): readonly Told[] {
  const workspace = workspaceOf(files);
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const context = new ServiceContext(workspace, finder);
  return Object.keys(files).flatMap((file) =>
    context
      .problemsOf(file, DEFAULT_PROBLEM_SETTINGS)
      .filter(({ problem }) => problem.severity === 'error')
      .map(({ start, end, problem }) => ({
        file,
        rule: problem.ruleId,
        text: (files[file] ?? '').slice(start, end),
        kinds: problem.fixes.map(({ kind }) => kind),
      })),
  );
}

const at = (file: string, text = '0') => [{ file, rule: 'policy-number-range', text, kinds: [] }];

describe('a mistake in the text of a called module', () => {
  const MEMBERS: Readonly<Record<string, Files>> = {
    'a policy as output': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': output('json', `jsonencode({ rules = [${rule(0)}] })`),
    },
    'a list of rules as output': {
      'main.tf': call('./m') + consumer('jsonencode({ rules = module.m.rules })'),
      'm/main.tf': output('rules', `[${rule(0)}]`),
    },
    'one rule as output': {
      'main.tf': call('./m') + consumer('jsonencode({ rules = [module.m.rule] })'),
      'm/main.tf': output('rule', rule(0)),
    },
    'a heredoc as output': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': output(
        'json',
        '<<EOT\n{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":0},"action":{"type":"expire"}}]}\nEOT',
      ),
    },
    'a local behind an output': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': output('json', 'jsonencode(local.policy)'),
      'm/locals.tf': `locals {\n  policy = { rules = [${rule(0)}] }\n}\n`,
    },
    'a document behind an output': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': document('0') + output('json', 'data.aws_ecr_lifecycle_policy_document.d.json'),
    },
    'an output of an output': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': call('../n') + output('json', 'module.m.json'),
      'n/main.tf': output('json', `jsonencode({ rules = [${rule(0)}] })`),
    },
    'a document behind two outputs': {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': call('../n') + output('json', 'module.m.json'),
      'n/main.tf': document('0') + output('json', 'data.aws_ecr_lifecycle_policy_document.d.json'),
    },
    'a map of policies': {
      'main.tf': call('./m') + consumer('module.m.policies["app"]'),
      'm/main.tf': output('policies', `{ app = jsonencode({ rules = [${rule(0)}] }) }`),
    },
    'a policy handed on to another module': {
      'main.tf': `${call('./m')}module "ecr" {\n  source = "./ecr"\n  policy = module.m.json\n}\n`,
      'm/main.tf': output('json', `jsonencode({ rules = [${rule(0)}] })`),
      'ecr/main.tf': variable('policy') + consumer('var.policy'),
    },
    'two callers': {
      'a/main.tf': call('../m') + consumer('module.m.json'),
      'b/main.tf': call('../m') + consumer('module.m.json'),
      'm/main.tf': output('json', `jsonencode({ rules = [${rule(0)}] })`),
    },
  };

  it.each(Object.entries(MEMBERS))('%s: is told once, where it stands', (_, files) => {
    const file = Object.keys(files).find((name) => /(= |":)0\b/.test(files[name] ?? '')) ?? '';
    expect(told(files)).toEqual(at(file));
  });

  it.each(Object.entries(MEMBERS))('%s: is silent without the mistake', (_, files) => {
    const right = Object.entries(files).map(([name, text]) => [name, text.replaceAll(/(= |":)0\b/g, '$17')]);
    expect(told(Object.fromEntries(right))).toEqual([]);
  });

  it('is mended for all callers, so only when it is asked for', () => {
    const files = {
      'main.tf': call('./m') + consumer('module.m.json'),
      'm/main.tf': output('json', `jsonencode({ rules = [${rule(5).replace('"any"', '"Any"')}] })`),
    };
    expect(told(files)).toEqual([{ file: 'm/main.tf', rule: 'policy-enum-value', text: '"Any"', kinds: ['choice'] }]);
  });
});

describe('a mistake that comes through calls inside calls', () => {
  const CHAIN = {
    'm/main.tf': `${variable('n')}module "deep" {\n  source = "../n"\n  n = var.n\n}\n`,
    'n/main.tf': `${variable('n')}${consumer(`jsonencode({ rules = [${rule('var.n')}] })`)}`,
  };
  const MEMBERS: Readonly<Record<string, Files>> = {
    'two calls deep': { 'main.tf': call('./m', '  n = 0\n'), ...CHAIN },
    'three calls deep': {
      'main.tf': `module "top" {\n  source = "./l"\n  n = 0\n}\n`,
      'l/main.tf': variable('n') + call('../m', '  n = var.n\n'),
      ...CHAIN,
    },
    'by a local': { 'main.tf': `locals {\n  n = 0\n}\n${call('./m', '  n = local.n\n')}`, ...CHAIN },
    'inside an object': {
      'main.tf': call('./m', '  o = { n = 0 }\n'),
      'm/main.tf': `${variable('o')}module "deep" {\n  source = "../n"\n  n = var.o.n\n}\n`,
      'n/main.tf': CHAIN['n/main.tf'],
    },
    'a whole rule': {
      'main.tf': call('./m', `  rule = ${rule(0)}\n`),
      'm/main.tf': `${variable('rule')}module "deep" {\n  source = "../n"\n  rules = [var.rule]\n}\n`,
      'n/main.tf': variable('rules') + consumer('jsonencode({ rules = var.rules })'),
    },
    'a whole policy': {
      'main.tf': call('./m', `  policy = jsonencode({ rules = [${rule(0)}] })\n`),
      'm/main.tf': `${variable('policy')}module "deep" {\n  source = "../n"\n  policy = var.policy\n}\n`,
      'n/main.tf': variable('policy') + consumer('var.policy'),
    },
    'the inner call, by its own text': {
      'main.tf': call('./m'),
      'm/main.tf': `module "deep" {\n  source = "../n"\n  n = 0\n}\n`,
      'n/main.tf': CHAIN['n/main.tf'],
    },
    'the inner call, beside a right input': {
      'main.tf': call('./m', '  other = 7\n'),
      'm/main.tf': `${variable('other')}module "deep" {\n  source = "../n"\n  n = 0\n}\n`,
      'n/main.tf': CHAIN['n/main.tf'],
    },
    'a document': {
      'main.tf': call('./m', '  n = 0\n'),
      'm/main.tf': CHAIN['m/main.tf'],
      'n/main.tf': variable('n') + document('var.n') + consumer('data.aws_ecr_lifecycle_policy_document.d.json'),
    },
  };

  it.each(Object.entries(MEMBERS))('%s: is told once, at what spells it', (_, files) => {
    const file = Object.keys(files).find((name) => /= 0\b/.test(files[name] ?? '')) ?? '';
    expect(told(files)).toEqual(at(file));
  });

  it('stands at the outermost call when only the combination is wrong', () => {
    const files = {
      'main.tf': call('./m', '  priority = 1\n'),
      'm/main.tf': `${variable('priority')}module "deep" {\n  source = "../n"\n  priority = var.priority\n}\n`,
      'n/main.tf': `${variable('priority')}${consumer(
        `jsonencode({ rules = [${rule(3).replace('"any"', '"untagged"').replace('rulePriority = 1', 'rulePriority = var.priority')}, ${rule(5)}] })`,
      )}`,
    };
    expect(told(files)).toEqual([{ file: 'main.tf', rule: 'rule-priority-duplicate', text: 'module "m"', kinds: [] }]);
  });

  it('can be mended where it is literal', () => {
    const files = { 'main.tf': call('./m', '  n = "7"\n'), ...CHAIN };
    expect(told(files)).toEqual([{ file: 'main.tf', rule: 'policy-value-type', text: '"7"', kinds: ['one'] }]);
  });
});

describe('a document that nothing known hands over', () => {
  const MEMBERS: Readonly<Record<string, string>> = {
    'no consumer': '',
    'an output': output('json', 'data.aws_ecr_lifecycle_policy_document.d.json'),
    'a module of another place':
      'module "ecr" {\n  source = "git::https://example.com/ecr.git"\n  policy = data.aws_ecr_lifecycle_policy_document.d.json\n}\n',
    'a local that is not used': 'locals {\n  json = data.aws_ecr_lifecycle_policy_document.d.json\n}\n',
    'another resource': 'resource "local_file" "f" {\n  content = data.aws_ecr_lifecycle_policy_document.d.json\n}\n',
    'a map': 'output "all" {\n  value = { app = data.aws_ecr_lifecycle_policy_document.d.json }\n}\n',
    'a local module':
      'module "ecr" {\n  source = "./ecr"\n  policy = data.aws_ecr_lifecycle_policy_document.d.json\n}\n',
    'a consumer of another document':
      document('5', 'other') + consumer('data.aws_ecr_lifecycle_policy_document.other.json'),
  };

  it.each(Object.entries(MEMBERS))('%s: is checked by itself', (_, rest) => {
    const files = { 'main.tf': document('0') + rest, 'ecr/main.tf': variable('policy') + consumer('var.policy') };
    expect(told(files)).toEqual(at('main.tf'));
    const right = { ...files, 'main.tf': files['main.tf'].replace('= 0', '= 7') };
    expect(told(right)).toEqual([]);
  });

  it('is silent when it or its only consumer has no instance', () => {
    const count = (text: string) => text.replace('" {\n', '" {\n  count = 0\n');
    const use = consumer('data.aws_ecr_lifecycle_policy_document.d.json');
    expect(told({ 'main.tf': count(document('0')) })).toEqual([]);
    expect(told({ 'main.tf': document('0') + count(use) })).toEqual([]);
  });
});
