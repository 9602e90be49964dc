import { describe, expect, it } from 'vitest';
import { definitionsAt } from '../../../../server/src/service/navigation/definition.ts';
import type { MarkedFiles } from './support.ts';
import { drawn, openFiles } from './support.ts';

function definitions(marked: string | MarkedFiles): string[] {
  const { module, uri, offset, texts } = openFiles(marked);
  const found = definitionsAt(module, uri, offset);
  return drawn(
    texts,
    found.map(({ uri: there, name }) => ({ uri: there, ...name })),
  );
}

/** The text that leads there. */
function origin(marked: string): string | undefined {
  const { module, uri, offset, texts } = openFiles(marked);
  const [first] = definitionsAt(module, uri, offset);
  return first && texts['main.tf']?.slice(first.origin.start, first.origin.end);
}

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
const REPOSITORY_LINE = 'resource "aws_ecr_repository" "«app»" {';
const policy = (repository: string) => `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = ${repository}\n}\n`;

describe('the definition of a resource', () => {
  it.each([
    'aws_ecr_repository.a$0pp.name',
    'aws_ecr_$0repository.app.name',
    'aws_ecr_repository.app.na$0me',
    '$0aws_ecr_repository.app.name',
    'aws_ecr_repository.app.name$0',
    'aws_ecr_repository.app["a"].na$0me',
    'aws_ecr_repository.ap$0p[0].name',
    'aws_ecr_repository.ap$0p[*].name',
    '(aws_ecr_repository.ap$0p.name)',
    '"${aws_ecr_repository.ap$0p.name}-x"',
    'lower(aws_ecr_repository.ap$0p.name)',
    'aws_ecr_repository.ap$0p.',
    'aws_ecr_repository.ap$0p',
  ])('is found from %s', (reference) => {
    expect(definitions(REPOSITORY + policy(reference))).toEqual([`main.tf:1: ${REPOSITORY_LINE}`]);
  });

  it.each([
    ['import', 'import {\n  to = aws_ecr_repository.a$0pp\n  id = "app"\n}\n'],
    ['moved', 'moved {\n  from = aws_ecr_repository.old\n  to   = aws_ecr_repository.a$0pp\n}\n'],
    ['depends_on', 'resource "null_resource" "n" {\n  depends_on = [aws_ecr_repository.a$0pp]\n}\n'],
    ['an output', 'output "o" {\n  value = aws_ecr_repository.a$0pp.arn\n}\n'],
    ['a heredoc', 'locals {\n  text = <<-EOT\n    ${aws_ecr_repository.a$0pp.name}\n  EOT\n}\n'],
    ['for_each', 'resource "null_resource" "n" {\n  for_each = { for k, v in aws_ecr_repository.a$0pp : k => v }\n}\n'],
  ])('is found from %s in another file', (_, text) => {
    expect(definitions({ 'main.tf': text, 'repositories.tf': REPOSITORY })).toEqual([
      `repositories.tf:1: ${REPOSITORY_LINE}`,
    ]);
  });

  it.each([
    ['a comment', `${REPOSITORY}# aws_ecr_repository.a$0pp\n`],
    ['a plain string', REPOSITORY + policy('"aws_ecr_repository.a$0pp.name"')],
    ['what is not declared', REPOSITORY + policy('aws_ecr_repository.o$0ther.name')],
    ['each', REPOSITORY + policy('each.k$0ey')],
    ['a variable of for', `locals {\n  a = [for v in [] : v.na$0me]\n}\n`],
    ['an empty line', `${REPOSITORY}\n$0\n`],
  ])('is not found from %s', (_, text) => {
    expect(definitions(text)).toEqual([]);
  });

  it('says what leads to it', () => {
    expect(origin(REPOSITORY + policy('aws_ecr_repository.ap$0p["a"].name'))).toBe('aws_ecr_repository.app["a"].name');
  });

  it('is the smallest name at the cursor', () => {
    const text = `${REPOSITORY}locals {\n  key = "a"\n}\n${policy('aws_ecr_repository.app[local.k$0ey].name')}`;
    expect(definitions(text)).toEqual(['main.tf:5: «key» = "a"']);
  });

  it('leads from the declaration to itself, and to both of two', () => {
    expect(definitions(REPOSITORY.replace('"app" {', '"a$0pp" {'))).toEqual([`main.tf:1: ${REPOSITORY_LINE}`]);
    expect(definitions(`${REPOSITORY}${REPOSITORY}${policy('aws_ecr_repository.a$0pp.name')}`)).toEqual([
      `main.tf:1: ${REPOSITORY_LINE}`,
      `main.tf:4: ${REPOSITORY_LINE}`,
    ]);
  });
});

describe('the definition of what else a module names', () => {
  it.each([
    ['a local', 'locals {\n  days = 3\n}\nlocals {\n  more = local.da$0ys + 1\n}\n', 'main.tf:2: «days» = 3'],
    ['a variable', 'variable "days" {}\nlocals {\n  more = var.da$0ys\n}\n', 'main.tf:1: variable "«days»" {}'],
    [
      'a data source',
      'data "aws_ecr_image" "i" {}\nlocals {\n  more = data.aws_ecr_ima$0ge.i.id\n}\n',
      'main.tf:1: data "aws_ecr_image" "«i»" {}',
    ],
    [
      'a call',
      'module "ecr" {\n  source = "x/y/z"\n}\nlocals {\n  more = module.e$0cr.url\n}\n',
      'main.tf:1: module "«ecr»" {',
    ],
  ])('%s', (_, text, line) => {
    expect(definitions(text)).toEqual([line]);
  });

  it('a variable from a file that gives it a value', () => {
    expect(definitions({ 'variables.tf': 'variable "days" {}\n', 'terraform.tfvars': 'da$0ys = 3\n' })).toEqual([
      'variables.tf:1: variable "«days»" {}',
    ]);
  });
});

describe('into a module that is called', () => {
  const INNER = {
    'modules/ecr/outputs.tf': 'output "url" {\n  value = "u"\n}\n',
    'modules/ecr/main.tf': 'variable "name" {}\n',
  };
  const call = (body: string) => `module "ecr" {\n  source = "./modules/ecr"\n  ${body}\n}\n`;

  it('leads an input to the variable', () => {
    expect(definitions({ ...INNER, 'main.tf': call('na$0me = "x"') })).toEqual([
      'modules/ecr/main.tf:1: variable "«name»" {}',
    ]);
  });

  it('leads an output to its block', () => {
    const use = 'locals {\n  url = module.ecr.u$0rl\n}\n';
    expect(definitions({ ...INNER, 'main.tf': call('') + use })).toEqual([
      'modules/ecr/outputs.tf:1: output "«url»" {',
    ]);
    const repeated = use.replace('.ecr.', '.ecr["a"].');
    expect(definitions({ ...INNER, 'main.tf': call('') + repeated })).toHaveLength(1);
  });

  it('leads the source to the main file of its folder', () => {
    expect(definitions({ ...INNER, 'main.tf': call('').replace('modules/', 'mod$0ules/') })).toEqual([
      'modules/ecr/main.tf:1: «»variable "name" {}',
    ]);
    expect(definitions({ 'main.tf': call('').replace('modules/', 'mod$0ules/') })).toEqual([]);
  });
});

describe('a definition while the text is typed', () => {
  it('survives any half of a text', () => {
    const text = `${REPOSITORY}locals {\n  a = "\${aws_ecr_repository.app["x"].name}"\n}\n${policy('aws_ecr_repository.app.name')}`;
    for (let end = 1; end <= text.length; end += 3) {
      expect(() => definitions(`${text.slice(0, end)}$0`)).not.toThrow();
    }
  });
});
