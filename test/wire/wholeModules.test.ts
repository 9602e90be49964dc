import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const POLICY = `resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
`;
const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const IMPORT = 'import {\n  to = aws_ecr_repository.app\n  id = "team/app"\n}\n';
const WRONG = REPOSITORY.replace('"team/app"\n', '"team/app"\n  image_tag_mutability = "IMUTABLE"\n');
const OVERRIDE = 'resource "aws_ecr_repository" "app" {\n  image_tag_mutability = "IMMUTABLE"\n}\n';
const HUGE = `${REPOSITORY}# ${'x'.repeat(4 * 1024 * 1024)}\n`;

/**
 * Files whose module declares everything that it names, in files that git ignores or that cannot be read; the exit
 * status.
 */
const MODULES: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
  ['a policy, its repository in an ignored file', { '.gitignore': 'r.tf\n', 'r.tf': REPOSITORY, 'p.tf': POLICY }, 0],
  ['an import, its target in an ignored file', { '.gitignore': 'r.*\n', 'r.tf': REPOSITORY, 'p.tf': IMPORT }, 0],
  [
    'a module below the folder, its repository in an ignored file of another kind',
    {
      '.gitignore': '*.tf.json\n',
      'env/r.tf.json': '{"resource":{"aws_ecr_repository":{"app":{"name":"a"}}}}',
      'env/p.tf': POLICY,
    },
    0,
  ],
  ['an ignored file with problems of its own', { '.gitignore': 'w.tf\n', 'w.tf': WRONG, 'p.tf': POLICY }, 0],
  [
    'a wrong value that an ignored file overrides',
    { '.gitignore': '*override.tf\n', 'override.tf': OVERRIDE, 'w.tf': WRONG, 'p.tf': POLICY },
    0,
  ],
  [
    'the same with a name before it',
    { '.gitignore': '*_override.tf\n', 'x_override.tf': OVERRIDE, 'w.tf': WRONG, 'p.tf': POLICY },
    0,
  ],
  ['a repository in a file that is too large', { 'r.tf': HUGE, 'p.tf': POLICY }, 2],
  ['an import into a file that is too large', { 'r.tf': HUGE, 'p.tf': IMPORT }, 2],
  ['a repository in a file with a NUL', { 'r.tf': `${REPOSITORY}\0`, 'p.tf': POLICY }, 2],
  [
    'a repository in an ignored file with a NUL',
    { '.gitignore': 'r.tf', 'r.tf': `${REPOSITORY}\0`, 'p.tf': POLICY },
    0,
  ],
];

describe('what check says of a module with files that it was not asked about', () => {
  it.each(MODULES)('no problem: %s', (_, files, expected) => {
    const { status, stdout } = run(folderWith({ '.git/HEAD': '', ...files }), 'check', '.');
    expect(stdout).toMatch(/^0 errors/);
    expect(status).toBe(expected);
  });

  it.each(['check .', 'check p.tf', 'check sub'])('what nobody declares is told by %s', (words) => {
    const files = { 'p.tf': POLICY, 'sub/p.tf': POLICY };
    const { status, stdout } = run(folderWith(files), ...words.split(' '));
    expect(stdout).toContain('policy-repository-undeclared');
    expect(status).toBe(1);
  });
});
