import { describe, expect, it } from 'vitest';
import { refusalAt } from './support.ts';

const TITLE = 'Split into one rule for each entry of tagPrefixList: an image then needs one of them instead of all';

const RIGHT =
  '{ rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = [$0"a", "b"], countType = "sinceImagePushed", countUnit = "days", countNumber = 5 }, action = { type = "expire" } }';

const policy = (rule: string) => `variable "n" {
  type = number
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode({ rules = [${rule}] })
}
`;

/** The edit that makes the correct rule wrong, and the expected problem. */
const MISTAKES: readonly (readonly [right: string, wrong: string, told: string])[] = [
  [', countUnit = "days"', '', 'sinceImagePushed needs countUnit.'],
  ['sinceImagePushed', 'imageCountMoreThan', 'imageCountMoreThan takes no countUnit.'],
  ['sinceImagePushed', 'sinceImagePush', 'countType must be one of'],
  ['countNumber = 5', 'countNumber = 0', 'countNumber must be a whole number of 1 or more.'],
  ['countNumber = 5', 'countNumber = "5"', 'countNumber must be a whole number of 1 or more.'],
  ['countNumber = 5', 'countNumber = 1.5', 'countNumber must be a whole number of 1 or more.'],
  [', countNumber = 5', '', 'countNumber is missing.'],
  [', countNumber = 5', ', count_number = 5', 'AWS does not know the key "count_number" here.'],
  ['"expire"', '"delete"', 'type must be one of'],
  ['"expire"', '"transition"', 'transition needs targetStorageClass.'],
  [', action = { type = "expire" }', '', 'action is missing.'],
  ['"expire"', '"expire", targetStorageClass = "archive"', 'expire takes no targetStorageClass.'],
  ['"tagged"', '"tagged", storageClass = "archive"', 'sinceImagePushed requires storageClass standard only.'],
  ['rulePriority = 1', 'rulePriority = 0', 'rulePriority must be a whole number of 1 or more.'],
  ['rulePriority = 1', 'rulePriority = 1, description = 5', 'description must be a string.'],
  ['"a", "b"', '"a", 5', 'tagPrefixList must be a list of strings.'],
  ['"a", "b"', '"a", null', 'A list of the policy has a null.'],
  ['countUnit = "days"', 'countUnit = null', 'countUnit must be one of'],
];

describe('splitting a rule that AWS refuses', () => {
  it.each(MISTAKES)('is refused: %s becomes %s', (right, wrong, told) => {
    const rule = RIGHT.replace(right, wrong);
    expect(rule).not.toBe(RIGHT);
    const refusal = refusalAt(policy(rule), TITLE);
    expect(refusal?.startsWith(`Each new rule would repeat what is wrong in this one. ${told}`), String(refusal)).toBe(
      true,
    );
  });

  it.each([
    ['a number that is not known', 'countNumber = 5', 'countNumber = var.n'],
    ['a description', 'rulePriority = 1', 'rulePriority = 1, description = "old"'],
    ['a storage class that is written', '"tagged"', '"tagged", storageClass = "standard"'],
    ['nothing', 'expire', 'expire'],
  ])('is offered with %s', (_, right, other) => {
    expect(refusalAt(policy(RIGHT.replace(right, other)), TITLE)).toBeNull();
  });
});
