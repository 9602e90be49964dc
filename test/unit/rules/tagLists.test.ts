import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles } from '../support/checkProblems.ts';

const policy = (selection: string, others = '') => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { ${selection}, countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },
${others}  ] })
}
`;

/** The same with carets below the rule, `column` characters into the selection. */
function under(selection: string, column: number, carets: string): string {
  return policy(selection, `${' '.repeat(38 + column)}${carets}\n`);
}

const ANY_ELSEWHERE =
  '    { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },\n';

describe('rule-tag-list-missing', () => {
  it('stands on the tagStatus', () => {
    check(under('tagStatus = "tagged"', 12, '^^^^^^^^ error rule-tag-list-missing Must specify'));
    check(under('tagStatus = "tagged", tagPrefixList = []', 12, '^^^^^^^^ error rule-tag-list-missing'));
  });

  it('is silent where a list may be there', () => {
    check(policy('tagStatus = "tagged", tagPrefixList = var.prefixes'));
    check(policy('tagStatus = "tagged", tag_prefix_list = ["v"]').replace('tag_prefix_list', 'tagPrefixList'));
    check(policy('tagStatus = var.status'));
    check(policy('tagStatus = "tagged", (var.key) = ["v"]'));
  });

  it('offers the lists and what the other rules leave room for', () => {
    expect(fixTitles(policy('tagStatus = "tagged"'))).toEqual([
      'choice: Add tagPatternList = ["*"] (every tag)',
      'choice: Add tagPrefixList = ["v"] (tags that start with v)',
      'choice: Change tagStatus to untagged',
      'choice: Change tagStatus to any',
    ]);
    expect(fixTitles(policy('tagStatus = "tagged"', ANY_ELSEWHERE))).not.toContain('choice: Change tagStatus to any');
  });

  it('adds a list, fills an empty one, or takes it out', () => {
    const patterns = 'Add tagPatternList = ["*"] (every tag)';
    const prefixes = 'Add tagPrefixList = ["v"] (tags that start with v)';
    expect(fix(policy('tagStatus = "tagged"'), patterns)).toBe(policy('tagStatus = "tagged", tagPatternList = ["*"]'));
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), prefixes)).toBe(
      policy('tagStatus = "tagged", tagPrefixList = ["v"]'),
    );
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), patterns)).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["*"]'),
    );
    expect(fix(policy('tagStatus = "tagged", tagPrefixList = []'), 'Change tagStatus to any')).toBe(
      policy('tagStatus = "any"'),
    );
  });
});

describe('rule-tag-list-conflict', () => {
  const both = 'tagStatus = "tagged", tagPrefixList = ["v"], tagPatternList = ["v*"]';

  it('stands on the later list', () => {
    check(under(both, 62, '^^^^^^ error rule-tag-list-conflict tagPrefixList stands in this rule already'));
    check(under(both.replace('"tagged"', 'var.tag '), 62, '^^^^^^ error rule-tag-list-conflict'));
    check(policy('tagStatus = "tagged", tagPrefixList = ["v"], tagPatternList = var.patterns'));
  });

  it('keeps one', () => {
    expect(fix(policy(both), 'Keep tagPatternList, remove tagPrefixList')).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["v*"]'),
    );
    expect(fix(policy(both), 'Keep tagPrefixList, remove tagPatternList')).toBe(
      policy('tagStatus = "tagged", tagPrefixList = ["v"]'),
    );
  });
});

describe('rule-tag-list-forbidden', () => {
  it('stands on the list, as a warning when it is empty', () => {
    check(under('tagStatus = "any", tagPrefixList = ["v"]', 35, '^^^^^ error rule-tag-list-forbidden'));
    check(under('tagStatus = "any", tagPrefixList = []', 35, '^^ warning rule-tag-list-forbidden'));
    check(policy('tagStatus = "any", tagPrefixList = var.prefixes'));
    check(policy('tagStatus = var.status, tagPrefixList = ["v"]'));
  });

  it('removes the list, an empty one unasked', () => {
    expect(fixTitles(policy('tagStatus = "any", tagPrefixList = []'))).toEqual(['one: Remove the empty tagPrefixList']);
    expect(fix(policy('tagStatus = "any", tagPrefixList = []'), 'Remove the empty tagPrefixList')).toBe(
      policy('tagStatus = "any"'),
    );
    const listed = policy('tagStatus = "any", tagPrefixList = ["v"]');
    expect(fix(listed, 'Remove tagPrefixList')).toBe(policy('tagStatus = "any"'));
    expect(fix(listed, 'Change tagStatus to tagged')).toBe(policy('tagStatus = "tagged", tagPrefixList = ["v"]'));
  });
});

describe('what lists mean', () => {
  it('rule-tag-pattern-wildcards stands on the entry', () => {
    check(
      under(
        'tagStatus = "tagged", tagPatternList = ["*1*2*3*4*"]',
        40,
        '^^^^^^^^^^^ error rule-tag-pattern-wildcards this one has 5',
      ),
    );
    check(policy('tagStatus = "tagged", tagPatternList = ["*1*2*${var.x}*4*"]'));
  });

  it('rule-prefix-wildcard makes patterns of all entries', () => {
    const prefixes = 'tagStatus = "tagged", tagPrefixList = ["v*"]';
    check(under(prefixes, 39, '^^^^ warning rule-prefix-wildcard'));
    expect(fix(policy(prefixes), 'Make it a tagPatternList: the rule then selects the images that match')).toBe(
      policy('tagStatus = "tagged", tagPatternList = ["v*"]'),
    );
  });

  it('rule-tag-list-and writes one rule for each entry', () => {
    const list = 'tagStatus = "tagged", tagPrefixList = ["dev", "qa"]';
    check(under(list, 38, '^^^^^^^^^^^^^ warning rule-tag-list-and'));
    const split =
      '    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["qa"], countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },\n';
    expect(
      fix(
        policy(list, ANY_ELSEWHERE),
        'Write one rule for each entry of tagPrefixList: an image then needs one of them instead of all',
      ),
    ).toBe(policy('tagStatus = "tagged", tagPrefixList = ["dev"]', split + ANY_ELSEWHERE.replace('= 2', '= 3')));
    check(policy('tagStatus = "tagged", tagPrefixList = [var.one]'));
  });
});
