import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { COUNT, policy } from '../support/tagRulePolicies.ts';

const ID = 'rule-description-mismatch';

describe(ID, () => {
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
    expect(ruleIdsOnly(ID, described(description, selection))).toEqual(['hint rule-description-mismatch']);
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
  ])('says nothing of %s', (description, selection) => {
    expect(ruleIdsOnly(ID, described(description, selection))).toEqual([]);
  });

  it('offers the number that holds', () => {
    const text = described('Expire images older than 30 days.', days(1));
    expect(fix(text, 'Say "1 day" in the description')).toBe(text.replace('30 days.', '1 day.'));
  });

  it('offers to select the untagged images that the text speaks of', () => {
    const text = described('Remove untagged images after 7 days', days(7));
    expect(fix(text, 'Change tagStatus to untagged')).toBe(text.replace('"any"', '"untagged"'));
  });

  it.each([
    ['Expire images older than 30 days', 1, 'Change countNumber to 30', 30],
    ['Expire images older than 2 weeks', 2, 'Change countNumber to 14', 14],
    ['Expire after 24 hours', 24, 'Change countNumber to 1, which selects more images', 1],
  ])('offers to count what the text says: %s', (description, count, title, right) => {
    const text = described(description, days(count));
    expect(fix(text, title)).toBe(text.replace(`countNumber = ${count}`, `countNumber = ${right}`));
  });
});

describe(ID, () => {
  const DAYS = (count: number) => `countType = "sinceImagePushed", countUnit = "days", countNumber = ${count}`;

  const IMAGES = (count: number) => `countType = "imageCountMoreThan", countNumber = ${count}`;

  const ruleOf = (description: string, status: string, count: string, priority = 1) =>
    `{ rulePriority = ${priority}, description = ${JSON.stringify(description)}, selection = { tagStatus = ${status}, ${count} }, action = { type = "expire" } }`;

  const policy = (...rules: string[]) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    ${rules.join(',\n    ')},
  ] })
}
`;

  const TAGGED = '"tagged", tagPatternList = ["v*"]';

  const found = (...rules: string[]) =>
    ruleIdsOnly(ID, policy(...rules)).filter((id) => id.endsWith('rule-description-mismatch'));

  describe('a description of untagged images', () => {
    it.each([
      ['Keep only 3 untagged image, expire all others', '"any"', IMAGES(3)],
      ['Remove untagged images after 7 days', '"any"', DAYS(7)],
      ['Delete dangling (untagged) images', '"any"', DAYS(7)],
      ['Expire untagged images', TAGGED, DAYS(7)],
      ['untagged', '"any"', DAYS(1)],
      ['Expire un-tagged images older than 14 days', '"any"', DAYS(14)],
      ['Delete images without a tag', '"any"', DAYS(14)],
      ['Images without tags are removed', TAGGED, IMAGES(14)],
      ['Expire all untagged images', '"any"', DAYS(14)],
    ])('of a rule that deletes tagged ones is a warning: %s', (description, status, count) => {
      expect(found(ruleOf(description, status, count))).toEqual(['warning rule-description-mismatch']);
    });

    it.each([
      ['Remove untagged images after 7 days', '"untagged"', DAYS(7)],
      ['Expire tagged or untagged images', '"any"', DAYS(7)],
      ['Expire tagged and untagged images', '"any"', DAYS(7)],
      ['Expire untagged and old images', '"any"', DAYS(7)],
      ['Expire all images, including untagged ones', '"any"', DAYS(7)],
      ['Expire all images, also untagged', '"any"', DAYS(7)],
      ['Expire everything that is not untagged', TAGGED, DAYS(7)],
      ['Keep releases (untagged images: see rule 2)', '"untagged"', DAYS(7)],
      ['Expire images, untagged or not', '"any"', DAYS(7)],
      ['Expire images except untagged', TAGGED, DAYS(7)],
      ['Expire untagged/PR images', '"any"', DAYS(7)],
      ['Remove untagged images, tagged ones stay', '"untagged"', DAYS(7)],
      ['Expire tagged images', TAGGED, DAYS(7)],
    ])('is silent: %s', (description, status, count) => {
      expect(found(ruleOf(description, status, count))).toEqual([]);
    });

    it('is right where an earlier rule has, or may have, all tagged images', () => {
      const last = ruleOf('Expire untagged images', '"any"', DAYS(7), 2);
      expect(found(ruleOf('x', '"tagged", tagPatternList = ["*"]', IMAGES(9)), last)).toEqual([]);
      expect(found(ruleOf('x', '"tagged", tagPatternList = var.x', IMAGES(9)), last)).toEqual([]);
      expect(found(ruleOf('x', TAGGED, IMAGES(9)), last)).toEqual(['warning rule-description-mismatch']);
    });

    it('of all images is a hint where the rule has the untagged only', () => {
      expect(found(ruleOf('Expire all images older than 30 days', '"untagged"', DAYS(30)))).toEqual([
        'hint rule-description-mismatch',
      ]);
      expect(found(ruleOf('Expire all other images', '"untagged"', DAYS(30)))).toEqual([]);
      expect(found(ruleOf('Expire all images without tags', '"untagged"', DAYS(30)))).toEqual([]);
    });
  });

  describe('a description of an amount', () => {
    it.each([
      ['older than 2 weeks', DAYS(30), 'hint'],
      ['older than 2 weeks', DAYS(2), 'warning'],
      ['older than 1 year', DAYS(36), 'warning'],
      ['after 24 hours', DAYS(24), 'hint'],
      ['after 3 months', DAYS(30), 'warning'],
      ['Keep only ten images', IMAGES(100), 'hint'],
      ['Keep the last twenty images', IMAGES(2), 'warning'],
      ['Keep one hundred images', IMAGES(10), null],
      ['after thirty days', DAYS(3), 'warning'],
      ['after 1 month', DAYS(60), 'hint'],
      ['after two weeks', DAYS(13), 'warning'],
      ['Keep 5 newest images', IMAGES(50), 'hint'],
      ['after 72 hours', DAYS(2), 'warning'],
    ])('%s, of %s', (description, count, severity) => {
      expect(found(ruleOf(description, TAGGED, count))).toEqual(
        severity === null ? [] : [`${severity} rule-description-mismatch`],
      );
    });

    it.each([
      ['older than 2 weeks', DAYS(14)],
      ['after 24 hours', DAYS(1)],
      ['after 48 hours', DAYS(2)],
      ['after 36 hours', DAYS(2)],
      ['after 1 month', DAYS(30)],
      ['after 1 month', DAYS(31)],
      ['after 6 months', DAYS(180)],
      ['after 1 year', DAYS(365)],
      ['after 2 years', DAYS(730)],
      ['Keep ten images', IMAGES(10)],
      ['Keep ten images for 2 weeks', DAYS(99)],
      ['Keep a few images', IMAGES(99)],
      ['Expire after 30 minutes', DAYS(1)],
      ['Keep v1.2 images', IMAGES(5)],
      ['Keep one or two images', IMAGES(5)],
      ['Once a month', DAYS(7)],
    ])('says nothing where both agree, or nothing is said: %s, of %s', (description, count) => {
      expect(found(ruleOf(description, TAGGED, count))).toEqual([]);
    });

    it('is corrected', () => {
      const text = policy(ruleOf('Expire images older than two weeks.', TAGGED, DAYS(30)));
      expect(fix(text, 'Say "30 days" in the description')).toBe(text.replace('two weeks', '30 days'));
    });
  });
});
