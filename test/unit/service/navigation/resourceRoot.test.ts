import { describe, expect, it } from 'vitest';
import { definitionsAt } from '../../../../server/src/service/navigation/definition.ts';
import { labelsAt } from '../completion/cursor.ts';
import { openFiles } from './support.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';

/** The address that the definition at `$0` leads to, as in its declaration. */
function declared(marked: string): string[] {
  const { module, uri, offset, texts } = openFiles(marked);
  const [text = ''] = Object.values(texts);
  return definitionsAt(module, uri, offset).map(({ name }) => text.slice(name.start, name.end));
}

describe('an address that begins with `resource.`', () => {
  it.each([
    'output "o" {\n  value = resource.aws_ecr_repository.ap$0p.name\n}\n',
    'output "o" {\n  value = resource.aws_ecr_reposi$0tory.app.name\n}\n',
    'output "o" {\n  value = resource.aws_ecr_repository.app.na$0me\n}\n',
    'output "o" {\n  value = "${resource.aws_ecr_repository.a$0pp.name}"\n}\n',
    'output "o" {\n  value = resource.aws_ecr_repository.a$0pp["k"].name\n}\n',
    'import {\n  to = resource.aws_ecr_repository.a$0pp\n  id = "team/app"\n}\n',
    'moved {\n  from = resource.aws_ecr_repository.old\n  to   = resource.aws_ecr_repository.a$0pp\n}\n',
    'output "o" {\n  value      = 1\n  depends_on = [resource.aws_ecr_repository.a$0pp]\n}\n',
  ])('leads to its declaration: %s', (text) => {
    expect(declared(text + REPOSITORY)).toEqual(['app']);
  });

  it.each([
    ['output "o" {\n  value = resource.aws_ecr_repository.$0\n}\n', 'app'],
    ['output "o" {\n  value = resource.aws_ecr_repository.app.$0\n}\n', 'arn'],
    ['output "o" {\n  value = resource.aws_ecr_repository.app.a$0\n}\n', 'arn'],
    ['output "o" {\n  value = "${resource.aws_ecr_repository.app.$0}"\n}\n', 'repository_url'],
    ['import {\n  to = resource.$0\n  id = "team/app"\n}\n', 'aws_ecr_repository.app'],
    ['import {\n  to = resource.aws_ecr_repository.$0\n  id = "team/app"\n}\n', 'aws_ecr_repository.app'],
    [
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = resource.aws_ecr_repository.app.$0\n}\n',
      'aws_ecr_repository.app.name',
    ],
    ['import {\n  to = resource.aws_ecr_repository.app\n  id = "$0"\n}\n', 'team/app'],
  ])('is completed: %s', (text, label) => {
    expect(labelsAt(text + REPOSITORY)).toContain(label);
  });
});
