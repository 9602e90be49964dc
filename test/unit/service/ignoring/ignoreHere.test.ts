import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { ignoreHere } from '../../../../server/src/service/ignoring/ignoreHere.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

function problemsIn(files: Files, uri = 'main.tf') {
  const workspace = workspaceOf(files);
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(ruleId, { cause: error });
  });
  return { workspace, problems: new ServiceContext(workspace, finder).problemsOf(uri, DEFAULT_PROBLEM_SETTINGS) };
}

/** The text after the first problem of a rule is ignored with a reason; null where no comment can. */
function ignored(files: Files, ruleId: string, reason = 'on purpose', uri = 'main.tf'): string | null {
  const { workspace, problems } = problemsIn(files, uri);
  const placed = problems.find(({ problem }) => problem.ruleId === ruleId);
  const sources = workspace.filesAt(uri);
  if (placed === undefined || sources === undefined)
    throw new Error(`no ${ruleId}: ${problems.map(({ problem }) => problem.ruleId).join()}`);
  const edit = ignoreHere(sources, placed, reason);
  return edit && applyEdits(files[uri] ?? '', [edit]);
}

const idsIn = (text: string) =>
  problemsIn({ 'main.tf': text })
    .problems.map(({ problem }) => problem.ruleId)
    .sort();

const REPOSITORY =
  'resource "aws_ecr_repository" "r" {\n  name                 = "Team"\n  image_tag_mutability = "MUTBLE"\n}\n';
const RULE = (more: string) =>
  `{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }${more} }`;
const POLICY = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = ${value}\n}\n`;

/** Texts with one problem of a rule, and the line that the comment gets. */
const TEXTS: readonly [name: string, text: string, ruleId: string, line: number][] = [
  ['an argument', REPOSITORY, 'repository-name', 2],
  ['another argument', REPOSITORY, 'repository-mutability-value', 3],
  ['a header', REPOSITORY.replace('Team', 'team'), 'repository-no-lifecycle-policy', 1],
  ['a header after another block', `locals {\n  a = 1\n}\n\n${REPOSITORY}`, 'repository-no-lifecycle-policy', 5],
  [
    'a key of jsonencode',
    POLICY(`jsonencode({\n    rules = [\n      ${RULE(', colour = 1')},\n    ]\n  })`),
    'policy-unknown-key',
    5,
  ],
  [
    'a heredoc',
    POLICY(
      `<<-EOF\n    { "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 0 }, "action": { "type": "expire" } }] }\n  EOF`,
    ),
    'policy-number-range',
    1,
  ],
  [
    'a nested block',
    'resource "aws_ecr_repository" "r" {\n  name = "r"\n  encryption_configuration {\n    encryption_type = "KMSS"\n  }\n}\n',
    'repository-encryption',
    4,
  ],
  ['an import', 'import {\n  to = "aws_ecr_repository.r"\n  id = "r"\n}\n', 'import-to', 2],
];

describe('ignoring a problem here', () => {
  it.each(TEXTS)('writes a comment that silences it alone: %s', (_, text, ruleId, line) => {
    const before = idsIn(text);
    expect(before.filter((id) => id === ruleId)).toHaveLength(1);
    const after = ignored({ 'main.tf': text }, ruleId) ?? '';
    expect(after.split('\n')[line - 1]?.trim()).toBe(`# terraform-ecr-ignore: ${ruleId} on purpose`);
    expect(
      after
        .split('\n')
        .toSpliced(line - 1, 1)
        .join('\n'),
    ).toBe(text);
    expect(idsIn(after)).toEqual(before.filter((id) => id !== ruleId));
  });

  it('adds to the comment that is there already', () => {
    const text =
      'resource "aws_ecr_repository" "r" {\n  # terraform-ecr-ignore: repository-mutability-value a reason\n  image_tag_mutability = "MUTBLE"\n  name = "Team"\n}\n';
    const both = text
      .replace('  name = "Team"\n', '')
      .replace('image_tag_mutability = "MUTBLE"', 'name = "Team"')
      .replace('repository-mutability-value', 'reference-name');
    expect(ignored({ 'main.tf': both }, 'repository-name')).toBe(
      both.replace('reference-name a reason', 'reference-name, repository-name a reason; on purpose'),
    );
  });

  it('keeps line ends and indentation, and writes a reason on one line', () => {
    const text = REPOSITORY.replaceAll('\n', '\r\n').replaceAll('  name', '\tname');
    expect(ignored({ 'main.tf': text }, 'repository-name', ' two\n lines ')).toBe(
      text.replace('\tname', '\t# terraform-ecr-ignore: repository-name two lines\r\n\tname'),
    );
    expect(ignored({ 'main.tf': REPOSITORY }, 'repository-name', '')).toContain(
      '  # terraform-ecr-ignore: repository-name\n',
    );
  });

  it('is not possible in JSON', () => {
    const json =
      '{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 0 }, "action": { "type": "expire" } }] }';
    expect(
      ignored({ 'main.tf': POLICY('file("p.json")'), 'p.json': json }, 'policy-number-range', 'why', 'p.json'),
    ).toBe(null);
    const main = '{ "resource": { "aws_ecr_repository": { "r": { "name": "Team" } } } }';
    expect(ignored({ 'main.tf.json': main }, 'repository-name', 'why', 'main.tf.json')).toBe(null);
  });
});
