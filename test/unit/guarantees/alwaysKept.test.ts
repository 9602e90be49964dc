import { describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { alwaysKept } from '../../../server/src/guarantees/alwaysKept.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const AGED = (number: number | string, status = 'any') =>
  `tagStatus = "${status}", countType = "sinceImagePushed", countUnit = "days", countNumber = ${number}`;
const COUNTED = (number: number | string, tags: string) =>
  `tagStatus = "tagged", tagPatternList = ${tags}, countType = "imageCountMoreThan", countNumber = ${number}`;
const ARCHIVING =
  'tagStatus = "tagged", tagPatternList = ["v*"], countType = "sinceImagePulled", countUnit = "days", countNumber = 90';

function keptBy(...selections: readonly string[]): readonly string[] {
  const rules = selections.map((selection, index) => {
    const action = selection === ARCHIVING ? 'type = "transition", targetStorageClass = "archive"' : 'type = "expire"';
    return `{ rulePriority = ${index + 1}, selection = { ${selection} }, action = { ${action} } }`;
  });
  const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [${rules.join(', ')}] })\n}\n`;
  const [named] = namedPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  return alwaysKept(named?.policy.rules ?? []);
}

describe('what a policy always keeps', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a count', [COUNTED(10, '["release-*"]')], ['Always keeps the 10 newest images tagged release-*.']],
    ['one image', [COUNTED(1, '["v*"]')], ['Always keeps the newest of the images tagged v*.']],
    ['an age', [AGED(14, 'untagged')], ['Always keeps untagged images pushed within the last 14 days.']],
    ['one day', [AGED(1)], ['Always keeps images pushed within the last day.']],
    ['one tag by its whole name', [COUNTED(1, '["prod"]')], ['Never deletes images tagged exactly prod.']],
    ['the archive', [ARCHIVING], ['Never deletes images tagged v*.']],
    [
      'a later rule that gets none of them',
      [COUNTED(10, '["release-*"]'), AGED(5)],
      ['Always keeps the 10 newest images tagged release-*.'],
    ],
    [
      'an earlier rule that an image may belong to as well',
      [COUNTED(3, '["v*"]'), COUNTED(9, '["release-*"]')],
      ['Always keeps the 3 newest images tagged v*.'],
    ],
    ['two ages', [AGED(7, 'untagged'), AGED(30)], ['Always keeps untagged images pushed within the last 7 days.']],
    [
      'an age after a longer one',
      [AGED(30, 'untagged'), AGED(7)],
      [
        'Always keeps untagged images pushed within the last 30 days.',
        'Always keeps images pushed within the last 7 days.',
      ],
    ],
    [
      'thirty rules',
      Array.from({ length: 30 }, (_, index) => COUNTED(index + 2, `["team${index}-*"]`)),
      // An image may have tags of several teams, and then belongs to the first one.
      ['Always keeps the 2 newest images tagged team0-*.'],
    ],
    ['what is not known', [COUNTED('var.x', '["v*"]')], []],
    ['a policy that AWS refuses', [AGED(3), AGED(3)], []],
  ])('follows from %s', (_, selections, expected) => {
    expect(keptBy(...selections)).toEqual(expected);
  });
});
