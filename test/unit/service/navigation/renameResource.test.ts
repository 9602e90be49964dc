import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { renamableAt, rename } from '../../../../server/src/service/navigation/rename.ts';
import type { MarkedFiles } from './support.ts';
import { openFiles } from './support.ts';

/** The files after the rename, or the reason why there is none. */
function renamed(marked: string | MarkedFiles, newName: string): Readonly<Record<string, string>> | string {
  const { workspace, uri, offset, texts } = openFiles(marked);
  const renaming = rename(workspace, uri, offset, newName);
  if (renaming.kind === 'refusal') return renaming.reason;
  const changed = [...renaming.edits].map(([there, edits]) => {
    const path = there.slice('file:///code/'.length);
    return [path, applyEdits(texts[path] ?? '', edits) ?? 'overlapping'] as const;
  });
  return { ...texts, ...Object.fromEntries(changed) };
}

const REPOSITORY = 'resource "aws_ecr_repository" "ap$0p" {\n  name = "app"\n}\n';
const MOVED = (type: string, from: string, to: string) =>
  `\nmoved {\n  from = ${type}.${from}\n  to   = ${type}.${to}\n}\n`;
const RENAMED = `resource "aws_ecr_repository" "shop" {\n  name = "app"\n}\n${MOVED('aws_ecr_repository', 'app', 'shop')}`;

/** What uses the repository, and what it becomes. */
const USES: readonly [name: string, before: string, after: string][] = [
  [
    'an argument',
    'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = aws_ecr_repository.app.name\n}\n',
    'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = aws_ecr_repository.shop.name\n}\n',
  ],
  [
    'a template',
    'output "o" {\n  value = "at ${aws_ecr_repository.app.arn}"\n}\n',
    'output "o" {\n  value = "at ${aws_ecr_repository.shop.arn}"\n}\n',
  ],
  [
    'a heredoc',
    'locals {\n  t = <<-EOF\n  ${aws_ecr_repository.app.arn}\n  EOF\n}\n',
    'locals {\n  t = <<-EOF\n  ${aws_ecr_repository.shop.arn}\n  EOF\n}\n',
  ],
  [
    'an import',
    'import {\n  to = aws_ecr_repository.app\n  id = "app"\n}\n',
    'import {\n  to = aws_ecr_repository.shop\n  id = "app"\n}\n',
  ],
  [
    'an import of an instance',
    'import {\n  to = aws_ecr_repository.app["a"]\n  id = "a"\n}\n',
    'import {\n  to = aws_ecr_repository.shop["a"]\n  id = "a"\n}\n',
  ],
  [
    'depends_on',
    'data "aws_ecr_images" "i" {\n  repository_name = "app"\n  depends_on = [aws_ecr_repository.app]\n}\n',
    'data "aws_ecr_images" "i" {\n  repository_name = "app"\n  depends_on = [aws_ecr_repository.shop]\n}\n',
  ],
  [
    'for_each',
    'resource "aws_ecr_lifecycle_policy" "p" {\n  for_each = aws_ecr_repository.app\n}\n',
    'resource "aws_ecr_lifecycle_policy" "p" {\n  for_each = aws_ecr_repository.shop\n}\n',
  ],
  [
    'a splat and an index',
    'output "o" {\n  value = concat(aws_ecr_repository.app[*].arn, [aws_ecr_repository.app[0].arn])\n}\n',
    'output "o" {\n  value = concat(aws_ecr_repository.shop[*].arn, [aws_ecr_repository.shop[0].arn])\n}\n',
  ],
  [
    'a call',
    'module "m" {\n  source = "x/y/z"\n  name = resource.aws_ecr_repository.app.name\n}\n',
    'module "m" {\n  source = "x/y/z"\n  name = resource.aws_ecr_repository.shop.name\n}\n',
  ],
  [
    'an earlier move, which stays',
    'moved {\n  from = aws_ecr_repository.old\n  to   = aws_ecr_repository.app\n}\n',
    'moved {\n  from = aws_ecr_repository.old\n  to   = aws_ecr_repository.app\n}\n',
  ],
  [
    'another of that name',
    'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = data.aws_ecr_repository.app.name # aws_ecr_repository.app\n}\n',
    'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = data.aws_ecr_repository.app.name # aws_ecr_repository.app\n}\n',
  ],
];

describe('renaming a repository', () => {
  it.each(USES)('writes a moved block, and follows %s in another file', (_, before, after) => {
    expect(renamed({ 'main.tf': REPOSITORY, 'other.tf': before }, 'shop')).toEqual({
      'main.tf': RENAMED,
      'other.tf': after,
    });
  });

  it('leaves the modules next to it alone', () => {
    const text = 'output "o" {\n  value = aws_ecr_repository.app.arn\n}\n';
    expect(renamed({ 'main.tf': REPOSITORY, 'elsewhere/main.tf': text }, 'shop')).toEqual({
      'main.tf': RENAMED,
      'elsewhere/main.tf': text,
    });
  });

  it('begins at a reference as well, and keeps the line ends', () => {
    const text =
      'resource "aws_ecr_repository" "app" {\r\n  name = "app"\r\n}\r\n\r\noutput "o" {\r\n  value = aws_ecr_repository.ap$0p.arn\r\n}\r\n';
    const { uri, offset, module } = openFiles(text);
    expect(renamableAt(module, uri, offset)).toMatchObject({ kind: 'name', name: 'app' });
    expect(renamed(text, 'shop')).toEqual({
      'main.tf':
        'resource "aws_ecr_repository" "shop" {\r\n  name = "app"\r\n}\r\n\r\nmoved {\r\n  from = aws_ecr_repository.app\r\n  to   = aws_ecr_repository.shop\r\n}\r\n\r\noutput "o" {\r\n  value = aws_ecr_repository.shop.arn\r\n}\r\n',
    });
  });

  it.each([
    'aws_ecr_lifecycle_policy',
    'aws_ecr_repository_policy',
    'aws_ecr_registry_scanning_configuration',
    'aws_ecr_pull_through_cache_rule',
  ])('does the same for %s', (type) => {
    expect(renamed(`resource "${type}" "a$0" {\n}\n`, 'b')).toEqual({
      'main.tf': `resource "${type}" "b" {\n}\n${MOVED(type, 'a', 'b')}`,
    });
  });

  it('changes nothing when the name stays', () => {
    expect(renamed(REPOSITORY, 'app')).toEqual({ 'main.tf': REPOSITORY.replace('$0', '') });
  });

  it.each([
    [
      'a name that is taken',
      { 'main.tf': REPOSITORY, 'b.tf': 'resource "aws_ecr_repository" "shop" {}\n' },
      'The module already has an aws_ecr_repository.shop.',
    ],
    [
      'a way back',
      {
        'main.tf': REPOSITORY,
        'b.tf': 'moved {\n  from = aws_ecr_repository.shop\n  to = aws_ecr_repository.app\n}\n',
      },
      'A moved block says that aws_ecr_repository.shop is something else by now; remove it first, once that move is applied everywhere.',
    ],
    [
      'a move away',
      {
        'main.tf': REPOSITORY,
        'b.tf': 'moved {\n  from = aws_ecr_repository.app\n  to = aws_ecr_repository.other\n}\n',
      },
      'A moved block says that aws_ecr_repository.app has another name by now, and a second one would contradict it.',
    ],
    [
      'a use in JSON',
      { 'main.tf': REPOSITORY, 'b.tf.json': '{"output": {"o": {"value": "${aws_ecr_repository.app.arn}"}}}' },
      'aws_ecr_repository.app is used in a JSON file of the module, which is not rewritten; rename it by hand.',
    ],
    ['no valid name', { 'main.tf': REPOSITORY }, /is not a valid name/],
  ])('is refused for %s', (name, files, reason) => {
    const answer = renamed(files, name === 'no valid name' ? '9 shops' : 'shop');
    if (typeof reason === 'string') expect(answer).toBe(reason.replace('a aws', 'an aws'));
    else expect(answer).toMatch(reason);
  });
});
