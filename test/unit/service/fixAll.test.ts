import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { applyEdits } from '../../../server/src/service/fixes/fixEdits.ts';

function fixed(text: string, others: Readonly<Record<string, string>> = {}): string {
  const workspace = new Workspace();
  workspace.setDiskFile('main.tf', text);
  for (const [name, other] of Object.entries(others)) workspace.setDiskFile(name, other);
  return fixAll(new ServiceContext(workspace, new ProblemFinder(() => undefined)), 'main.tf', DEFAULT_PROBLEM_SETTINGS);
}

const POLICY = (rules: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app" # stays
  policy = jsonencode({ rules = [
${rules}
  ] })
}
`;

describe('fixing everything at once', () => {
  it('mends all that has one reading, round after round', () => {
    const before = POLICY(
      `    { rulePriority = 1, selection = { tag_status = "untaged", countType = "sinceImagePushed", countNumber = "14" }, action = { type = "expire" } },
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },`,
    );
    expect(fixed(before)).toBe(
      POLICY(
        `    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },`,
      ),
    );
  });

  it('leaves right text, and what has several readings, as it is', () => {
    const choice = POLICY(
      '    { rulePriority = 1, selection = { tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },',
    );
    expect(fixed(choice)).toBe(choice);
  });

  it('does not edit other files', () => {
    const main = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = local.p\n}\n';
    const locals = 'locals {\n  p = jsonencode({ rules = [{ rule_priority = 1 }] })\n}\n';
    expect(fixed(main, { 'locals.tf': locals })).toBe(main);
  });
});

describe('applying edits', () => {
  it('takes them in text order and keeps insertions at one offset in theirs', () => {
    const edits = [
      { start: 3, end: 3, text: 'B' },
      { start: 0, end: 1, text: '' },
      { start: 3, end: 3, text: 'C' },
    ];
    expect(applyEdits('abcd', edits)).toBe('bcBCd');
  });

  it('refuses edits that overlap', () => {
    expect(
      applyEdits('abcd', [
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ]),
    ).toBeNull();
  });
});
