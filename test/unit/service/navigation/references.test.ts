import { describe, expect, it } from 'vitest';
import { highlightsAt, referencesAt } from '../../../../server/src/service/navigation/findReferences.ts';
import type { MarkedFiles } from './support.ts';
import { drawn, openFiles } from './support.ts';

function references(marked: string | MarkedFiles): string[] {
  const { workspace, uri, offset, texts } = openFiles(marked);
  return drawn(texts, referencesAt(workspace, uri, offset) ?? []);
}

function highlights(marked: string | MarkedFiles): string[] | null {
  const { module, uri, offset, texts } = openFiles(marked);
  const found = highlightsAt(module, uri, offset);
  return found && drawn(texts, found).map((line, index) => `${found[index]?.role} ${line}`);
}

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';

describe('the references of a repository', () => {
  it('are found in every file of its module, from any of them', () => {
    const files = {
      'main.tf': REPOSITORY,
      'outputs.tf': 'output "url" {\n  value = aws_ecr_repository.app.repository_url\n}\n',
      'policies.tf':
        'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = aws_ecr_repository.a$0pp["x"].name\n}\n',
      'other/main.tf': 'output "o" {\n  value = aws_ecr_repository.app.name\n}\n',
    };
    const found = [
      'main.tf:1: resource "aws_ecr_repository" "«app»" {',
      'outputs.tf:2: value = aws_ecr_repository.«app».repository_url',
      'policies.tf:2: repository = aws_ecr_repository.«app»["x"].name',
    ];
    expect(references(files)).toEqual(found);
    const fromDeclaration = {
      ...files,
      'main.tf': REPOSITORY.replace('"app" {', '"$0app" {'),
      'policies.tf': files['policies.tf'].replace('$0', ''),
    };
    expect(references(fromDeclaration)).toEqual(found);
  });

  it('are not those of a policy of the same name', () => {
    const text = `${REPOSITORY.replace('"app" {', '"ap$0p" {')}resource "aws_ecr_lifecycle_policy" "app" {}\n`;
    expect(references(text)).toEqual(['main.tf:1: resource "aws_ecr_repository" "«app»" {']);
  });
});

describe('the references of a variable', () => {
  const INNER = {
    'modules/ecr/main.tf': 'variable "name" {}\n\nlocals {\n  full = "x/${var.na$0me}"\n}\n',
    'modules/ecr/terraform.tfvars': 'name = "y"\n',
  };

  it('are its module, its values and the calls of the module', () => {
    const files = {
      ...INNER,
      'main.tf': 'module "one" {\n  source = "./modules/ecr"\n  name   = "a"\n}\n',
      'env/main.tf': 'module "two" {\n  source = "../modules/ecr"\n  name   = "b"\n}\n',
      'away/main.tf': 'variable "name" {}\nmodule "three" {\n  source = "../other"\n  name   = var.name\n}\n',
    };
    expect(references(files).sort()).toEqual([
      'env/main.tf:3: «name»   = "b"',
      'main.tf:3: «name»   = "a"',
      'modules/ecr/main.tf:1: variable "«name»" {}',
      'modules/ecr/main.tf:4: full = "x/${var.«name»}"',
      'modules/ecr/terraform.tfvars:1: «name» = "y"',
    ]);
  });
});

describe('the references of an output', () => {
  it('are the places that read it through a call', () => {
    const files = {
      'modules/ecr/outputs.tf': 'output "u$0rl" {\n  value = "u"\n}\n',
      'main.tf':
        'module "ecr" {\n  source = "./modules/ecr"\n}\n\nlocals {\n  a = module.ecr.url\n  b = module.other.url\n}\n',
    };
    expect(references(files).sort()).toEqual([
      'main.tf:6: a = module.ecr.«url»',
      'modules/ecr/outputs.tf:1: output "«url»" {',
    ]);
  });
});

describe('highlights', () => {
  it('are those of the file, written and read', () => {
    expect(highlights('locals {\n  days = 3\n  more = local.d$0ays + local.days\n}\n')).toEqual([
      'declaration main.tf:2: «days» = 3',
      'reference main.tf:3: more = local.«days» + local.days',
      'reference main.tf:3: more = local.days + local.«days»',
    ]);
  });

  it('are none where nothing is named', () => {
    expect(highlights('locals {\n  days = $03\n}\n')).toBeNull();
  });
});
