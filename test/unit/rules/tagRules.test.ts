import { describe, expect, it } from 'vitest';
import type { TagEntry, TagRequirement } from '../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import { claimsAll, claimsAllTagged } from '../../../server/src/ecr/documents/lifecycle/claims/tagInclusion.ts';
import { canMatch, includes } from '../../../server/src/ecr/documents/lifecycle/claims/tagLanguage.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';
import { shareOf } from '../support/longTests.ts';

const entry = (text: string): TagEntry =>
  text.endsWith('…') ? { kind: 'prefix', text: text.slice(0, -1) } : { kind: 'pattern', text };

const tagged = (...texts: string[]): TagRequirement => ({ kind: 'tagged', entries: texts.map(entry) });

describe('what an entry includes', () => {
  it.each([
    ['v*', 'v1.*', true],
    ['v1.*', 'v*', false],
    ['*', 'release-*', true],
    ['prod…', 'prod-eu…', true],
    ['prod…', 'prod', true],
    ['prod', 'prod…', false],
    ['prod*', 'prod…', true],
    ['prod…', 'prod*', true],
    ['*a*', '*ab*', true],
    ['*ab*', '*a*b*', false],
    ['*a*b*', '*ab*', true],
    ['*-*', 'v*-rc*', true],
    ['a*a', 'aa', true],
    ['a*a', 'a', false],
    ['*.*', '1.*.*', true],
    // No tag begins with a dot or a dash, so these say the same.
    ['*', '*x*', true],
    ['a*b*c*d*e', 'abcde', true],
  ])('%s includes %s: %s', (outer, inner, expected) => {
    expect(includes(entry(outer), entry(inner))).toBe(expected);
  });

  it.each([
    ['prod-*', true],
    ['', false],
    ['…', true],
    ['.x*', false],
    ['-…', false],
    ['release/*', false],
    ['*', true],
    ['a b', false],
    ['x'.repeat(128), true],
    ['x'.repeat(129), false],
  ])('a tag can meet %s: %s', (text, expected) => {
    expect(canMatch(entry(text))).toBe(expected);
  });

  it('agrees with trying every short tag, 3,000 times', () => {
    const random = seeded(7);
    const tags = shortTags('ab-', 5);
    const text = () => Array.from({ length: below(random, 4) + 1 }, () => pick(random, ['a', 'b', '-', '*'])).join('');
    for (let turn = 0; turn < shareOf(3000); turn += 1) {
      const [outer, inner] = [text(), text()].map((written) =>
        entry(below(random, 4) === 0 ? `${written.replaceAll('*', 'a')}…` : written),
      );
      if (outer === undefined || inner === undefined) throw new Error('two entries are made');
      const counterexample = tags.find(
        (tag) =>
          meetsRequirement({ kind: 'tagged', entries: [inner] }, [tag]) &&
          !meetsRequirement({ kind: 'tagged', entries: [outer] }, [tag]),
      );
      const answer = includes(outer, inner);
      const shown = `${JSON.stringify(outer)} ${JSON.stringify(inner)} ${counterexample}`;
      if (counterexample !== undefined) expect(answer, shown).toBe(false);
      // Patterns of four characters differ on tags of five, if they do at all, or by a letter that neither writes.
      else expect(answer === true || differsByOtherLetter(outer, inner), shown).toBe(true);
    }
  });

  it('agrees with trying every image of few short tags, for lists', () => {
    const random = seeded(11);
    const tags = shortTags('ab', 3);
    const texts = ['a', 'b', 'a*', '*b', 'a…', '*a*', 'ab*'];
    for (let turn = 0; turn < shareOf(500); turn += 1) {
      const list = () => tagged(...Array.from({ length: below(random, 2) + 1 }, () => pick(random, texts)));
      const [earlier, later] = [list(), list()];
      const images = tags.flatMap((one) => tags.map((other) => [one, other]));
      const isRefuted = images.some((image) => meetsRequirement(later, image) && !meetsRequirement(earlier, image));
      if (isRefuted) expect(claimsAll(earlier, later), JSON.stringify([earlier, later])).toBe(false);
    }
  });

  it('knows which lists claim every tagged image', () => {
    expect(claimsAllTagged(tagged('*'))).toBe(true);
    expect(claimsAllTagged(tagged('…'))).toBe(true);
    expect(claimsAllTagged(tagged('*a*'))).toBe(false);
    expect(claimsAll(tagged('v*', 'v1*'), tagged('v12'))).toBe(true);
    expect(claimsAll(tagged('v*', 'w*'), tagged('v12'))).toBe(false);
    expect(claimsAll(tagged('v*'), tagged('v1*', 'w*'))).toBe(true);
  });
});

/** Every tag of the alphabet up to a length. */
function shortTags(alphabet: string, length: number): string[] {
  let tags = [''];
  const all: string[] = [];
  for (let turn = 0; turn < length; turn += 1) {
    tags = tags.flatMap((tag) => [...alphabet].map((letter) => tag + letter));
    all.push(...tags.filter((tag) => !/^[.-]/.test(tag)));
  }
  return all;
}

/** True when a letter outside the tried alphabet, or a longer tag, tells the two apart. */
function differsByOtherLetter(outer: TagEntry, inner: TagEntry): boolean {
  const tags = [...shortTags('abx-', 6)].filter((tag) => tag.includes('x') || tag.length === 6);
  return tags.some(
    (tag) =>
      meetsRequirement({ kind: 'tagged', entries: [inner] }, [tag]) &&
      !meetsRequirement({ kind: 'tagged', entries: [outer] }, [tag]),
  );
}

function rule(priority: number, selection: string): string {
  return `    { rulePriority = ${priority}, selection = { ${selection} }, action = { type = "expire" } },\n`;
}

function policy(...rules: string[]): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy = jsonencode({ rules = [\n${rules.join('')}  ] })\n}\n`;
}

const COUNT = 'countType = "imageCountMoreThan", countNumber = 5';
const list = (priority: number, ...entries: string[]) =>
  rule(priority, `tagStatus = "tagged", tagPatternList = ${JSON.stringify(entries)}, ${COUNT}`);
const status = (priority: number, tagStatus: string) => rule(priority, `tagStatus = "${tagStatus}", ${COUNT}`);

describe('rule-shadowed', () => {
  it('stands on the rule that never acts', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v1."], ${COUNT} }, action = { type = "expire" } },
    ^ warning rule-shadowed the rule with priority 1
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["v*"], ${COUNT} }, action = { type = "expire" } },
  ] })
}
`);
  });

  it('swaps the priorities', () => {
    expect(
      fix(
        policy(list(1, 'v*'), list(5, 'v1.*')),
        'Swap the priorities of the two rules: images that the rule with priority 1 kept may then expire',
      ),
    ).toBe(policy(list(5, 'v*'), list(1, 'v1.*')));
  });

  it('knows that nothing is left to a rule for any', () => {
    expect(ruleIds(policy(status(1, 'untagged'), list(2, '*'), status(3, 'any')))).toEqual(['warning rule-shadowed']);
  });

  it.each([
    ['the narrower rule first', policy(list(1, 'v1.*'), list(2, 'v*'))],
    ['overlapping lists', policy(list(1, 'a*'), list(2, '*b'))],
    ['any last', policy(list(1, 'v*'), status(2, 'any'))],
    [
      'a priority that is not known',
      policy(list(1, 'v*'), list(2, 'v1*')).replace('rulePriority = 1', 'rulePriority = var.x'),
    ],
    [
      'a list that is not known',
      policy(list(1, 'v*'), list(2, 'v1*')).replace('["v*"]', '["v*", var.x]').replace('warning', ''),
    ],
    [
      'rules of different storage classes',
      policy(
        list(1, 'v*'),
        rule(
          2,
          'tagStatus = "tagged", tagPatternList = ["v1*"], storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 120',
        ),
      ),
    ],
  ])('is silent about %s', (_, text) => {
    expect(ruleIds(`${text}variable "x" {}\n`).filter((found) => found.includes('shadowed'))).toEqual([]);
  });

  it('leaves equal lists, repeated and misplaced rules to the rules about them', () => {
    expect(ruleIds(policy(list(1, 'v*'), list(2, 'v*')))).toEqual(['warning rule-tag-list-repeated']);
    expect(ruleIds(policy(status(1, 'any'), list(2, 'v*')))).toEqual(['error rule-any-not-last']);
  });
});

describe('rule-tag-list-repeated', () => {
  it('stands on the later list', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = <<-EOF
    {
      "rules": [
        { "rulePriority": 1, "selection": { "tagStatus": "tagged", "tagPrefixList": ["prod"], "countType": "imageCountMoreThan", "countNumber": 5 }, "action": { "type": "expire" } },
        { "rulePriority": 2, "selection": { "tagStatus": "tagged", "tagPrefixList": ["prod"], "countType": "imageCountMoreThan", "countNumber": 9 }, "action": { "type": "expire" } }
                                                                                    ^^^^^^^^ warning rule-tag-list-repeated
      ]
    }
  EOF
}
`);
    expect(fixTitles(policy(list(1, 'v*'), list(2, 'v*')))).toContain('choice: Remove this rule');
  });
});

describe('rule-tag-never-matches', () => {
  it('stands on the entry', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["feature/*"], ${COUNT} }, action = { type = "expire" } },
                                                                              ^^^^^^^^^^^ warning rule-tag-never-matches
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v*"], ${COUNT} }, action = { type = "expire" } },
                                                                             ^^^^ warning rule-prefix-wildcard
  ] })
}
`);
  });
});

describe('rule-description-mismatch', () => {
  const described = (description: string, selection: string) =>
    policy(
      `    { rulePriority = 1, description = ${JSON.stringify(description)}, selection = { tagStatus = "any", ${selection} }, action = { type = "expire" } },\n`,
    );
  const days = (count: number) => `countType = "sinceImagePushed", countUnit = "days", countNumber = ${count}`;

  it.each([
    ['Expire images older than 30 days', days(90)],
    ['Keep 5 days', COUNT],
    ['Keep the last 3 images', COUNT],
    ['Remove after 5 images', days(5)],
  ])('speaks of %s', (description, selection) => {
    expect(ruleIds(described(description, selection))).toEqual(['hint rule-description-mismatch']);
  });

  it.each([
    ['Expire images older than 30 days', days(30)],
    ['Keep the last 5 images', COUNT],
    ['Keep 5', COUNT],
    ['Keep 10 images for 30 days', COUNT],
    ['Expire after 2 weeks', days(14)],
    ['Expire images, see ADR 12', days(14)],
    ['Keep v1.2 images', COUNT],
    ['Keep prod-10 images', COUNT],
    ['Expire after 1 month', days(30)],
  ])('is silent about %s', (description, selection) => {
    expect(ruleIds(described(description, selection))).toEqual([]);
  });

  it('offers the number that holds', () => {
    const text = described('Expire images older than 30 days.', days(1));
    expect(fix(text, 'Say "1 day" in the description')).toBe(text.replace('30 days.', '1 day.'));
  });
});

describe('policy-growth and policy-untagged-immutable', () => {
  const ids = (text: string) => ruleIds(text, DEFAULT_PROBLEM_SETTINGS);

  it('speak of what no rule bounds', () => {
    expect(ids(policy(list(1, 'v*')))).toEqual(['hint policy-growth']);
    expect(ids(policy(status(1, 'untagged')))).toEqual(['hint policy-growth']);
    expect(ids(policy(status(1, 'untagged'), list(2, 'v*')))).toEqual([]);
    expect(ids(policy(status(1, 'any')))).toEqual([]);
    expect(
      ids(`${policy(list(1, 'v*')).replace('] })', '] })').replace('rules = [', 'rules = [var.x,')}variable "x" {}\n`),
    ).toEqual([]);
  });

  it('speak once of a repository whose tags never move', () => {
    const repository = (mutability: string) => `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "${mutability}"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
    const own = policy(status(1, 'untagged')).replace('"team/app"', 'aws_ecr_repository.app.name');
    expect(ids(repository('IMMUTABLE') + own)).toEqual(['hint policy-untagged-immutable']);
    expect(ids(repository('MUTABLE') + own)).toEqual(['hint repository-mutable-tags', 'hint policy-growth']);
  });
});
