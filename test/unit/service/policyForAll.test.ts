import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { applyEdits } from '../../../server/src/service/fixes/fixEdits.ts';
import { policiesForAll } from '../../../server/src/service/fixes/policyForAll.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

function contextOf(files: Files): ServiceContext {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(ruleId, { cause: error });
  });
  return new ServiceContext(workspaceOf(files), finder);
}

const RULE = 'repository-no-lifecycle-policy';

/** What is offered at the first repository of `main.tf` without a policy: titles, and the files afterwards. */
function offersIn(files: Files) {
  const context = contextOf(files);
  const [at] = context.problemsOf('main.tf', DEFAULT_PROBLEM_SETTINGS).filter(({ problem }) => problem.ruleId === RULE);
  if (at === undefined) return [];
  return policiesForAll(context, DEFAULT_PROBLEM_SETTINGS, at).map(({ title, edits }) => ({
    title,
    files: {
      ...files,
      ...Object.fromEntries([...edits].map(([uri, made]) => [uri, applyEdits(files[uri] ?? '', made) ?? ''])),
    } as Files,
  }));
}

const repository = (name: string, more = '"') =>
  `resource "aws_ecr_repository" "${name}" {\n  name = "app-${name}${more}\n}\n`;

const WEST = '"\n  region = "us-west-2"';

const MODULES: readonly [name: string, files: Files, count: number, ways: number][] = [
  ['two', { 'main.tf': `${repository('a')}\n${repository('b')}` }, 2, 2],
  ['in several files', { 'main.tf': repository('a'), 'more.tf': `${repository('b')}\n${repository('c')}` }, 3, 2],
  ['with count', { 'main.tf': `${repository('a')}\n${repository('b', '-${count.index}"\n  count = 2')}` }, 2, 1],
  [
    'with for_each',
    {
      'main.tf': `${repository('a')}\nresource "aws_ecr_repository" "b" {\n  for_each = toset(["xx", "yy"])\n  name     = each.key\n}\n`,
    },
    2,
    1,
  ],
  [
    'the local is taken',
    { 'main.tf': `${repository('a')}\n${repository('b')}\nlocals {\n  lifecycle_policy = 1\n}\n` },
    2,
    2,
  ],
  [
    'names of policies are taken',
    {
      'main.tf': `${repository('a')}\n${repository('b')}\n${repository('c')}\nresource "aws_ecr_lifecycle_policy" "a" {\n  repository = aws_ecr_repository.c.name\n  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })\n}\n`,
    },
    2,
    2,
  ],
  [
    'beside JSON',
    {
      'main.tf': `${repository('a')}\n${repository('b')}`,
      'x.tf.json': '{"resource": {"aws_ecr_repository": {"j": {"name": "j"}}}}',
    },
    2,
    2,
  ],
  ['in one other region', { 'main.tf': `${repository('a', WEST)}\n${repository('b', WEST)}` }, 2, 2],
  ['in two regions', { 'main.tf': `${repository('a', WEST)}\n${repository('b')}` }, 2, 1],
  ['CRLF', { 'main.tf': `${repository('a')}\n${repository('b')}`.replaceAll('\n', '\r\n') }, 2, 2],
];

describe('one policy for all repositories without one', () => {
  it.each(MODULES)('leaves none without: %s', (_, files, count, ways) => {
    const offers = offersIn(files);
    expect(offers.map(({ title }) => title)).toEqual(
      [
        `Add one lifecycle policy for all ${count} repositories without one, in a shared local`,
        `Add one lifecycle policy for all ${count} repositories without one, with for_each`,
      ].slice(0, ways),
    );
    for (const offer of offers) {
      const context = contextOf(offer.files);
      const problems = Object.keys(offer.files)
        .filter((uri) => uri.endsWith('.tf'))
        .flatMap((uri) => context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS));
      const grave = problems.filter(
        ({ problem }) => problem.ruleId === RULE || problem.severity === 'error' || problem.severity === 'warning',
      );
      expect(grave.map(({ problem }) => `${problem.ruleId}: ${problem.message}`)).toEqual([]);
      expect(
        Object.values(offer.files)
          .join('')
          .match(/rulePriority/g)?.length,
      ).toBe(
        (Object.values(files)
          .join('')
          .match(/rulePriority/g)?.length ?? 0) + 2,
      );
    }
  });

  it('repeats the provider and the region of each repository, once in one block', () => {
    const other = '"\n  provider = aws.west\n  region = var.region';
    const heads = (files: Files) =>
      offersIn(files).map(({ files: made }) =>
        Object.values(made).map((text) => text.match(/^ {2}(provider|region) +=.*$/gm)?.length ?? 0),
      );
    expect(heads({ 'main.tf': `${repository('a', other)}\n${repository('b', other)}` })).toEqual([[8], [6]]);
    expect(heads({ 'main.tf': `${repository('a', other)}\n${repository('b')}` })).toEqual([[4]]);
  });

  it('is not offered for one repository, or where all have one', () => {
    expect(offersIn({ 'main.tf': repository('a') })).toEqual([]);
    expect(offersIn({ 'main.tf': 'locals {}\n' })).toEqual([]);
  });
});
