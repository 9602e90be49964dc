import { describe, expect, it } from 'vitest';
import { InlayHints } from '../../../../server/src/service/hints/inlayHints.ts';
import type { HintKind } from '../../../../server/src/service/hints/statement.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

/** The labels of the hints of some kinds. */
function labelsOf(text: string, ...kinds: readonly HintKind[]): string[] {
  const hints = new InlayHints(workspaceOf({ 'main.tf': text }));
  return hints.within('main.tf', { start: 0, end: text.length }, new Set(kinds)).map(({ label }) => label);
}

const EXPIRE = 'action = { type = "expire" }';
const ARCHIVE = 'action = { type = "transition", targetStorageClass = "archive" }';
const newest = (count: number | string) => `countType = "imageCountMoreThan", countNumber = ${count}`;
const days = (count: number | string, since = 'Pushed') =>
  `countType = "sinceImage${since}", countUnit = "days", countNumber = ${count}`;
const RELEASES = 'tagStatus = "tagged", tagPatternList = ["v*"]';
const ANY = 'tagStatus = "any"';

const rule = (priority: number, selection: string, action = EXPIRE) =>
  `{ rulePriority = ${priority}, selection = { ${selection} }, ${action} }`;

const policy = (...rules: readonly string[]) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [${rules.join(', ')}] })\n}\n`;

/** Whether the hint of the first of two rules says that it keeps images from the second. */
const PAIRS: readonly [name: string, first: string, second: string, isTold: boolean][] = [
  ['newest ones from an age', rule(1, `${RELEASES}, ${newest(10)}`), rule(2, `${ANY}, ${days(60)}`), true],
  ['more newest ones', rule(1, `${RELEASES}, ${newest(50)}`), rule(2, `${ANY}, ${newest(10)}`), true],
  ['as many newest ones', rule(1, `${RELEASES}, ${newest(10)}`), rule(2, `${ANY}, ${newest(10)}`), false],
  ['fewer newest ones', rule(1, `${RELEASES}, ${newest(10)}`), rule(2, `${ANY}, ${newest(50)}`), false],
  ['a longer time', rule(1, `${RELEASES}, ${days(90)}`), rule(2, `${ANY}, ${days(30)}`), true],
  ['the same time', rule(1, `${RELEASES}, ${days(30)}`), rule(2, `${ANY}, ${days(30)}`), false],
  ['a shorter time', rule(1, `${RELEASES}, ${days(14)}`), rule(2, `${ANY}, ${days(30)}`), false],
  ['an age from newest ones', rule(1, `tagStatus = "untagged", ${days(14)}`), rule(2, `${ANY}, ${newest(30)}`), false],
  [
    'pulled ones from an age',
    rule(1, `${RELEASES}, ${days(90, 'Pulled')}`, ARCHIVE),
    rule(2, `${ANY}, ${days(200)}`),
    true,
  ],
  [
    'newest ones from the archive',
    rule(1, `${RELEASES}, ${newest(10)}`),
    rule(2, `${ANY}, ${days(60)}`, ARCHIVE),
    false,
  ],
  ['an unknown number', rule(1, `${RELEASES}, ${newest('var.n')}`), rule(2, `${ANY}, ${newest(10)}`), false],
  ['an unknown later number', rule(1, `${RELEASES}, ${newest(10)}`), rule(2, `${ANY}, ${newest('var.n')}`), false],
  ['newest ones from any age', rule(1, `${RELEASES}, ${newest('var.n')}`), rule(2, `${ANY}, ${days('var.n')}`), true],
  [
    'an unknown later action',
    rule(1, `${RELEASES}, ${newest(10)}`),
    rule(2, `${ANY}, ${days(60)}`, 'action = { type = var.a }'),
    false,
  ],
];

describe('a rule that keeps images from a later one', () => {
  it.each(PAIRS)('says so where the later one would delete them: %s', (_, first, second, isTold) => {
    const expected = isTold ? ['shields images from rule 2'] : [];
    expect(labelsOf(policy(first, second), 'shielding')).toEqual(expected);
  });

  it.each(PAIRS)('says so everywhere where that is wished: %s', (_, first, second) => {
    expect(labelsOf(policy(first, second), 'allShielding')).toEqual(['shields images from rule 2']);
  });

  it('names the rules that would delete them, and no other', () => {
    const text = policy(
      rule(1, `${RELEASES}, ${newest(10)}`),
      rule(2, `tagStatus = "tagged", tagPatternList = ["*"], ${days(60)}`),
      rule(3, `${ANY}, ${newest(100)}`),
    );
    expect(labelsOf(text, 'shielding')).toEqual(['shields images from rule 2']);
    expect(labelsOf(text, 'allShielding')).toEqual(['shields images from rules 2 and 3', 'shields images from rule 3']);
  });
});

describe('a rule that is being typed', () => {
  const WHOLE = rule(2, `${RELEASES}, ${newest(5)}`);

  it.each([
    ['an entry that is still empty', rule(1, `tagStatus = "tagged", tagPatternList = [""], ${newest(5)}`)],
    ['an empty prefix', rule(1, `tagStatus = "tagged", tagPrefixList = [""], ${newest(5)}`)],
    ['an empty entry after another', rule(1, `tagStatus = "tagged", tagPatternList = ["v*", ""], ${newest(5)}`)],
    ['no count', rule(1, 'tagStatus = "tagged", tagPatternList = ["*"]')],
    ['no countNumber', rule(1, 'tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan"')],
    ['no action', `{ rulePriority = 1, selection = { ${ANY}, ${newest(5)} } }`],
    ['an empty selection', rule(1, '')],
    ['no priority', `{ selection = { ${ANY}, ${newest(5)} }, ${EXPIRE} }`],
  ])('is never said to be dead, and kills no other: %s', (_, typed) => {
    expect(labelsOf(policy(typed, WHOLE), 'deadRules', 'shielding', 'allShielding')).toEqual([]);
  });

  it('is not judged while its block does not parse', () => {
    const dead = policy(rule(1, `tagStatus = "tagged", tagPatternList = ["*"], ${newest(5)}`), WHOLE);
    expect(labelsOf(dead, 'deadRules')).toEqual(['never acts: rule 1 takes all its images']);
    expect(labelsOf(dead.replace('repository = "app"', 'repository = '), 'deadRules')).toEqual([]);
  });

  it('is judged once it is whole', () => {
    const typed = rule(1, `tagStatus = "tagged", tagPatternList = ["ä*"], ${newest(5)}`);
    expect(labelsOf(policy(typed), 'deadRules')).toEqual(['never acts: no tag can match "ä*"']);
  });
});
