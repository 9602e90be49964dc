import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import { quickFixes } from '../../../../server/src/service/fixes/quickFixes.ts';
import { refactor } from '../../service/refactorings/support.ts';
import { fix, workspaceOf } from '../../support/checkProblems.ts';

const title = (key: string) =>
  `Split into one rule for each entry of ${key}: an image then needs one of them instead of all`;

const policy = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${value}\n}\n`;

const encoded = (rules: string) => policy(`jsonencode({\n    rules = [\n${rules}\n    ]\n  })`);

const rule = (list: string, comments: readonly [string, string, string] = ['', '', '']) => `      {
        ${comments[0]}rulePriority = 1${comments[1]}
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ${list}
          countType     = "imageCountMoreThan"
          countNumber   = 5${comments[2]}
        }
        action = { type = "expire" }
      }`;

const OTHER = `      {
        rulePriority = 2 # the rest
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 100 }
        action       = { type = "expire" }
      }`;

const JSON_RULE =
  '{"rulePriority": 1, "selection": {"tagStatus": "tagged", "tagPrefixList": ["dev", "qa"], "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"}}';

const blocks = (comment: string) => `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {${comment}
    priority = 1

    selection {
      tag_status      = "tagged"
      tag_prefix_list = ["dev", "qa"]
      count_type      = "imageCountMoreThan"
      count_number    = 5
    }
  }
}

${policy('data.aws_ecr_lifecycle_policy_document.d.json')}`;

const TEXTS: readonly (readonly [name: string, text: string, kept: readonly string[]])[] = [
  ['an object', encoded(rule('["dev", "qa"]')), ['"dev"', '"qa"']],
  [
    'comments',
    encoded(rule('["dev", "qa"]', ['# first\n        ', ' // number', ' # as asked'])),
    ['# first', '// number', '# as asked'],
  ],
  ['a later rule', encoded(`${rule('["dev", "qa"]')},\n${OTHER}`), ['# the rest', 'rulePriority = 3']],
  ['three entries', encoded(rule('["dev", "qa", "test"]')), ['["dev"]', '["qa"]', '["test"]']],
  [
    'rules on one line',
    policy(`jsonencode({ rules = [${JSON_RULE.replaceAll('"rulePriority"', 'rulePriority')}] })`),
    [],
  ],
  ['JSON in a heredoc', policy(`<<-EOF\n    {"rules": [\n      ${JSON_RULE}\n    ]}\n  EOF`), []],
  ['JSON in a string', policy(JSON.stringify(`{"rules": [${JSON_RULE}]}`)), []],
  ['blocks', blocks(''), []],
  ['blocks with a comment', blocks(' # why'), ['# why']],
  ['a computed number', encoded(rule('["dev", "qa"]').replace('= 5', '= 2 + 3')), ['2 + 3']],
];

const finder = new ProblemFinder((id, error) => {
  throw new Error(id, { cause: error });
});
const settings = DEFAULT_PROBLEM_SETTINGS;

const atList = (text: string) => text.replace('dev', 'd$0ev');

describe('the fix that splits a list and the refactoring', () => {
  it.each(TEXTS)('write the same, and keep what is written: %s', (_, text, kept) => {
    const key = title(text.includes('tag_prefix_list') ? 'tag_prefix_list' : 'tagPrefixList');
    const fixed = fix(text, key);
    expect(fixed).toBe(refactor(atList(text), key, 'nothing'));
    for (const words of kept) expect(fixed).toContain(words);
  });

  it.each([
    ['a comment in the list', encoded(rule('["dev", /* why */ "qa"]'))],
    ['a list that is written elsewhere', `locals {\n  tags = ["dev", "qa"]\n}\n${encoded(rule('local.tags'))}`],
    [
      'an entry that another rule has',
      encoded(`${rule('["dev", "qa"]')},\n${rule('["qa"]').replace('rulePriority = 1', 'rulePriority = 2')}`),
    ],
    ['an entry that stands twice', encoded(rule('["dev", "dev"]'))],
  ])('do not lose or repeat anything: %s', (_, text) => {
    const range = { start: 0, end: text.length };
    const fixes = quickFixes(new ServiceContext(workspaceOf({ 'main.tf': text }), finder), settings, 'main.tf', range);
    expect(fixes.map((offer) => offer.title).filter((offer) => offer.includes('one rule for each'))).toEqual([]);
  });
});
