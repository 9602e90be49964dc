import { describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { explainPolicy, printExplanation } from '../../../server/src/ecr/documents/lifecycle/words/explainPolicy.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const TAGGED = (prefix: string) => `tagStatus = "tagged", tagPrefixList = ["${prefix}"]`;
const COUNT = 'countType = "imageCountMoreThan", countNumber = 10';
const AGE = 'countType = "sinceImagePushed", countUnit = "days", countNumber = 60';
const ARCHIVED = 'storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90';

/** The words for the last of these selections, by priority. */
function lastOf(...selections: string[]): string {
  const rules = selections.map(
    (selection, index) => `{ rulePriority = ${index + 1}, selection = { ${selection} }, action = { type = "expire" } }`,
  );
  const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [${rules.join(', ')}] })\n}\n`;
  const [named] = namedPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  const explanation = named && explainPolicy(named.policy);
  if (!explanation) throw new Error('the policy is known');
  const parts = printExplanation('p', explanation).split('\n\n');
  return parts.find((part) => part.startsWith(`Priority ${selections.length}\n`)) ?? '';
}

describe('what is said of a rule agrees with its place among the others', () => {
  it.each([
    [[`tagStatus = "any", ${AGE}`], 'Deletes all images pushed more than 60 days ago.'],
    [
      [`${TAGGED('v')}, ${COUNT}`, `tagStatus = "any", ${AGE}`],
      'Deletes all other images pushed more than 60 days ago.',
    ],
    [[`tagStatus = "untagged", ${AGE}`, `tagStatus = "any", ${AGE}`], 'Deletes all other images pushed'],
    [[`tagStatus = "any", ${ARCHIVED}`, `tagStatus = "any", ${AGE}`], 'Deletes all images pushed'],
    [
      [`${TAGGED('v1')}, ${COUNT}`, `${TAGGED('v')}, ${COUNT}`],
      'Keeps the newest 10 of the other images with a tag v… and deletes the rest of those.',
    ],
    [[`${TAGGED('v')}, ${COUNT}`], 'Keeps the newest 10 of the images with a tag v… and deletes the rest of those.'],
    [[`tagStatus = "untagged", ${AGE}`, `${TAGGED('v')}, ${COUNT}`], 'Keeps the newest 10 of the images with a tag v…'],
    [[`${TAGGED('v')}, ${COUNT}`, `tagStatus = "untagged", ${AGE}`], 'Deletes the images without a tag pushed'],
    [
      [`${TAGGED('v')}, ${COUNT}`, `tagStatus = "any", ${COUNT}`],
      'Keeps the newest 10 of all other images and deletes the rest of those.',
    ],
    [[`tagStatus = "any", ${COUNT}`], 'Keeps the newest 10 of all images and deletes the rest.'],
  ])('%j', (selections, words) => {
    expect(lastOf(...selections)).toContain(words);
  });

  it('also of what belongs to it', () => {
    const middle = (...selections: string[]) => lastOf(...selections);
    expect(middle(`${TAGGED('v1')}, ${COUNT}`, `${TAGGED('v')}, ${COUNT}`)).not.toContain('belong only to this rule');
    const rules = [`${TAGGED('v1')}, ${COUNT}`, `${TAGGED('v')}, ${COUNT}`, `tagStatus = "any", ${AGE}`];
    const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [${rules
      .map(
        (selection, index) =>
          `{ rulePriority = ${index + 1}, selection = { ${selection} }, action = { type = "expire" } }`,
      )
      .join(', ')}] })\n}\n`;
    const [named] = namedPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
    const said = named && explainPolicy(named.policy)?.rules.map(({ protects }) => protects);
    expect(said).toEqual([
      'Images with a tag v1… belong only to this rule: what it keeps, no later rule deletes.',
      'Images with a tag v… that no earlier rule claims belong only to this rule: what it keeps, no later rule deletes.',
      null,
    ]);
  });
});

const PATTERNS = (...patterns: string[]) => `tagStatus = "tagged", tagPatternList = ${JSON.stringify(patterns)}`;

describe('a pattern that every tag matches is said as any tag', () => {
  it.each([
    [PATTERNS('*'), 'Keeps the newest 10 of the images with a tag and deletes the rest of those.'],
    [PATTERNS('**'), 'Keeps the newest 10 of the images with a tag and deletes'],
    [PATTERNS('*', '*'), 'Keeps the newest 10 of the images with a tag and deletes'],
    [PATTERNS('v*', '*'), 'Keeps the newest 10 of the images with a tag v* and deletes'],
    [PATTERNS('*', 'v1'), 'Keeps the newest 10 of the images with exactly the tag v1 and deletes'],
    [PATTERNS('*', 'v*', '*-rc'), 'Keeps the newest 10 of the images with tags for every one of v*, *-rc and deletes'],
    [PATTERNS('*v*'), 'Keeps the newest 10 of the images with a tag *v* and deletes'],
    [TAGGED('*'), 'Keeps the newest 10 of the images with a tag *… and deletes'],
  ])('%s', (selection, words) => {
    expect(lastOf(`${selection}, ${COUNT}`)).toContain(words);
  });

  it('leaves no images with other tags', () => {
    expect(remarksOf(PATTERNS('*'))).not.toContain('other tags');
    expect(remarksOf(PATTERNS('*'))).toContain('Images without a tag are never touched.');
    expect(remarksOf(PATTERNS('v*', '*'))).toContain('Images with other tags are never touched.');
  });
});

function remarksOf(selection: string): string {
  const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { ${selection}, ${COUNT} }, action = { type = "expire" } }] })\n}\n`;
  const [named] = namedPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  return (named && explainPolicy(named.policy)?.remarks.join('\n')) ?? '';
}
