import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';

/** A policy with these lines in its first selection, and a mistake in its second rule. */
const policy = (lines: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/x"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          ${lines}
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 0 }
        action = { type = "expire" }
      },
    ]
  })
}
`;

const REST = '\n          countType = "imageCountMoreThan"\n          countNumber = 5';

describe('an object of a policy with a syntax error in it', () => {
  it.each([
    `tagStatus = "untagged"\n          countType "imageCountMoreThan"\n          countNumber = 5`,
    `tagStatus = "untagged"\n          countType = \n          "imageCountMoreThan" : 5\n          countNumber = 5`,
    `tagStatus = "untagged" "tagged"${REST}`,
    `tagStatus: var.x ?\n          "untagged" : "tagged"${REST}`,
    `tagStatus = "untagged";${REST}`,
    `tag Status = "untagged"${REST}`,
    `"tagStatus" "untagged"${REST}`,
    `tagStatus = 'untagged'${REST}`,
    `tagStatus = "untagged" +${REST}`,
    `= "untagged"${REST}`,
  ])('has no problem of the policy beside it: %s', (lines) => {
    const ids = ruleIds(policy(lines));
    expect(ids.filter((id) => id !== 'error syntax')).toEqual(['error policy-number-range']);
    expect(ids).toContain('error syntax');
  });

  it('keeps its problems once it is mended', () => {
    expect(ruleIds(policy(`tagStatus = "untagged"${REST.replace('5', '0')}`))).toEqual([
      'error policy-number-range',
      'error policy-number-range',
    ]);
  });
});

const RULES = `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/x"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Keep 14 of v"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["v"]
          countType     = "imageCountMoreThan"
          countNumber   = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      }
    ]
  })
}
`;

/** The same policy in other layouts. */
const POLICIES = [
  RULES,
  RULES.replaceAll(' = ', ': ').replace('repository:', 'repository =').replace('policy:', 'policy ='),
  RULES.replace('jsonencode({', 'jsonencode(merge({').replace('})', '}, {}))'),
  RULES.replace('rules = [', 'rules = concat([').replace('    ]\n', '    ])\n'),
];

describe('a right policy that lacks one character', () => {
  it.each(POLICIES.map((text, index) => [index, text] as const))('has the syntax error alone: layout %i', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
    let broken = 0;
    for (let at = text.indexOf('jsonencode'); at < text.length; at += 1) {
      if (!'{}[](),:="'.includes(text.charAt(at))) continue;
      const ids = ruleIds(text.slice(0, at) + text.slice(at + 1));
      if (!ids.includes('error syntax')) continue;
      broken += 1;
      expect(ids, `without the ${text.charAt(at)} at ${at}: ${text.slice(at - 20, at + 20)}`).toEqual(['error syntax']);
    }
    expect(broken).toBeGreaterThan(40);
  });
});
