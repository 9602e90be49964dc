import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles } from '../support/checkProblems.ts';

/** One line for each rule. */
function policy(...rules: readonly string[]): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
${rules.map((rule) => `    ${rule}`).join('\n')}
  ] })
}
`;
}

const COUNT = 'countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },';
const untagged = (priority: number | string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "untagged", ${COUNT}`;
const any = (priority: number | string) => `{ rulePriority = ${priority}, selection = { tagStatus = "any", ${COUNT}`;
const tagged = (priority: number | string, prefix: string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "tagged", tagPrefixList = ["${prefix}"], ${COUNT}`;
const archived = (priority: number | string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "any", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90 }, action = { type = "expire" } },`;

const RENUMBER = 'Renumber the rules, keeping their order';

describe('rule-priority-duplicate', () => {
  it('stands on each later number', () => {
    check(
      policy(
        tagged(1, 'a'),
        tagged(1, 'b'),
        '                 ^ error rule-priority-duplicate has rulePriority 1 already',
        tagged(1, 'c'),
        '                 ^ error rule-priority-duplicate',
      ),
    );
  });

  it('moves only what is in conflict, any last among equals', () => {
    expect(fix(policy(tagged(1, 'a'), untagged(1)), RENUMBER)).toBe(policy(tagged(1, 'a'), untagged(2)));
    expect(fix(policy(any(1), untagged(1)), RENUMBER)).toBe(policy(any(2), untagged(1)));
    expect(fix(policy(tagged(10, 'a'), tagged(10, 'b'), tagged(20, 'c')), RENUMBER)).toBe(
      policy(tagged(10, 'a'), tagged(11, 'b'), tagged(20, 'c')),
    );
    expect(fix(policy(tagged(1, 'a'), tagged(1, 'b'), any(2)), RENUMBER)).toBe(
      policy(tagged(1, 'a'), tagged(2, 'b'), any(3)),
    );
  });

  it('offers no renumbering while a priority is unknown', () => {
    expect(fixTitles(policy(tagged(1, 'a'), tagged(1, 'b'), tagged('var.last', 'c')))).toEqual([]);
    check(policy(tagged('var.first', 'a'), tagged('var.first', 'b')));
  });

  it('goes by the text, not by the list', () => {
    check(`locals {
  last = {
    rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }
  }
  first = {
    rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }
                   ^ error rule-priority-duplicate
  }
}

${policy('local.first, local.last')}`);
  });

  it('offers none where two rules are one expression', () => {
    const text = `locals {
  rule = ${tagged(1, 'a').slice(0, -1)}
}

${policy('local.rule, local.rule')}`;
    expect(fixTitles(text)).toEqual([]);
  });
});

describe('rule-any-not-last', () => {
  it('stands on the priority of the any rule', () => {
    check(policy(any(1), '                 ^ error rule-any-not-last another rule has 2', untagged(2)));
  });

  it('looks at each storage class alone', () => {
    check(policy(any(1), archived(2)));
    check(policy(archived(1), any(2)));
    check(policy(any(2), untagged(1), archived(3)));
  });

  it('is silent where a priority ties, another any stands there, or something is unknown', () => {
    check(policy(any(1), untagged(1), '                 ^ error rule-priority-duplicate', tagged(2, 'a')));
    check(policy(any('var.any'), untagged(2)));
    check(policy(any(1), untagged('var.untagged')));
    check(policy(any(1), untagged(2).replace('"untagged"', '"untagged", storageClass = var.class')));
  });

  it('moves only the any rule', () => {
    const title = 'Change rulePriority to 5, so that the any rule is last';
    expect(fix(policy(any(1), untagged(2), tagged(4, 'a')), title)).toBe(policy(any(5), untagged(2), tagged(4, 'a')));
    expect(fix(policy(any(1), untagged(4), archived(9)), title)).toBe(policy(any(5), untagged(4), archived(9)));
    const next = 'Change rulePriority to 6, so that the any rule is last';
    expect(fix(policy(any(1), untagged(4), archived(5)), next)).toBe(policy(any(6), untagged(4), archived(5)));
  });
});

describe('rule-any-repeated and rule-untagged-repeated', () => {
  it('stand on the later tagStatus', () => {
    check(
      policy(
        any(1),
        any(2),
        '                                              ^^^^^ error rule-any-repeated one for each storage class',
        untagged(3),
        untagged(4),
        '                                              ^^^^^^^^^^ error rule-untagged-repeated',
      ),
    );
    check(policy(any(1), archived(2)));
    check(policy(untagged(1), untagged(2).replace('"untagged"', 'var.status')));
  });

  it('change the rule that comes first, so that any stays last', () => {
    const text = policy(any(1), any(2));
    expect(fix(text, 'Let the rule with rulePriority 1 select untagged images only')).toBe(policy(untagged(1), any(2)));
    expect(fix(text, 'Remove the rule with rulePriority 1')).toBe(policy(any(2)));
    expect(fix(text, 'Let the rule with rulePriority 1 select tagged images only (tagPatternList "*")')).toBe(
      policy(any(1).replace('"any"', '"tagged", tagPatternList = ["*"]'), any(2)),
    );
  });

  it('offer no second untagged rule', () => {
    expect(fixTitles(policy(untagged(1), any(2), any(3)))).toEqual([
      'choice: Remove the rule with rulePriority 2',
      'choice: Let the rule with rulePriority 2 select tagged images only (tagPatternList "*")',
    ]);
    expect(fix(policy(untagged(1), untagged(2)), 'Remove this rule')).toBe(policy(untagged(1)));
  });
});
