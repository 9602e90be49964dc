import { describe, expect, it } from 'vitest';
import { check, fix, ruleIds } from '../../support/checkProblems.ts';

const TARGET = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
const policy = (name: string, repository: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = ${repository}\n  policy     = var.policy\n}\n`;

/** The same texts with and without the word before the address; the problems must be equal. */
const TEXTS: Readonly<Record<string, string>> = {
  'import of one': `import {\n  to = ROOTaws_ecr_repository.app\n  id = "team/app"\n}\n${TARGET}`,
  'import of an instance': `import {\n  to = ROOTaws_ecr_repository.app["k"]\n  id = "team/app"\n}\n${TARGET.replace('{\n', '{\n  for_each = var.names\n')}`,
  'import into a module':
    'module "m" {\n  source = "registry/m/aws"\n}\nimport {\n  to = module.m.ROOTaws_ecr_repository.app\n  id = "team/app"\n}\n',
  'import of an attribute': `import {\n  to = ROOTaws_ecr_repository.app.id\n  id = "team/app"\n}\n${TARGET}`,
  'import of what is not there': 'import {\n  to = ROOTaws_ecr_repository.other\n  id = "team/app"\n}\n',
  'import with a key too many': `import {\n  to = ROOTaws_ecr_repository.app["k"]\n  id = "team/app"\n}\n${TARGET}`,
  'import with another id': `import {\n  to = ROOTaws_ecr_repository.app\n  id = "team/other"\n}\n${TARGET}`,
  'import twice': `import {\n  to = ROOTaws_ecr_repository.app\n  id = "team/app"\n}\nimport {\n  to = aws_ecr_repository.app\n  id = "team/app"\n}\n${TARGET}`,
  'policy by the ARN': `${policy('p', 'ROOTaws_ecr_repository.app.arn')}${TARGET}`,
  'policy of a repository that is not there': policy('p', 'ROOTaws_ecr_repository.nosuch.name'),
  'two policies of one repository': `${policy('p', 'ROOTaws_ecr_repository.app.name')}${policy('q', 'aws_ecr_repository.app.name')}${TARGET}`,
  'two policies by id and name': `${policy('p', 'aws_ecr_repository.app.id')}${policy('q', 'ROOTaws_ecr_repository.app.name')}${TARGET}`,
  'policy of a template': `${policy('p', '"${ROOTaws_ecr_repository.app.name}"')}${TARGET}`,
  'repository without a policy': TARGET,
  'policy of an instance': `${policy('p', 'ROOTaws_ecr_repository.app["k"].name')}${TARGET.replace('{\n', '{\n  for_each = var.names\n')}`,
  'encryption by a key': `${TARGET.replace('}\n}', '}\n  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key = ROOTaws_kms_key.k.key_id\n  }\n}')}resource "aws_kms_key" "k" {}\n`,
};

describe('an address that begins with `resource.`', () => {
  it.each(Object.entries(TEXTS))('%s', (_, text) => {
    expect(ruleIds(text.replaceAll('ROOT', 'resource.'))).toEqual(ruleIds(text.replaceAll('ROOT', '')));
  });

  it('keeps its first word and its key in fixes', () => {
    const attribute = `import {\n  to = resource.aws_ecr_repository.app.id\n  id = "team/app"\n}\n${TARGET}`;
    expect(fix(attribute, 'Change it to resource.aws_ecr_repository.app')).toContain(
      'to = resource.aws_ecr_repository.app\n',
    );
    const keyed = attribute.replace('.id', '["k"].id').replace('{\n  name', '{\n  for_each = var.names\n  name');
    expect(fix(keyed, 'Change it to resource.aws_ecr_repository.app["k"]')).toContain(
      'to = resource.aws_ecr_repository.app["k"]\n',
    );
    const quoted = `import {\n  to = "resource.aws_ecr_repository.app"\n  id = "team/app"\n}\n${TARGET}`;
    expect(fix(quoted, 'Change it to resource.aws_ecr_repository.app')).toContain(
      'to = resource.aws_ecr_repository.app\n',
    );
    const arn = `${policy('p', 'resource.aws_ecr_repository.app.arn')}${TARGET}`;
    expect(fix(arn, 'Use resource.aws_ecr_repository.app.name')).toContain('= resource.aws_ecr_repository.app.name');
    const near = `${policy('p', 'resource.aws_ecr_repository.apps.name')}${TARGET}`;
    expect(fix(near, 'Use resource.aws_ecr_repository.app')).toContain('= resource.aws_ecr_repository.app.name');
  });

  it('is a name like any other where a loop gives it', () => {
    check(
      policy('p', '[for resource in [{ a = { b = "team/app" } }] : resource.a.b][0]') +
        policy('q', '"team/app"').replace(
          '"team/app"',
          '"team/app"\n               ^^^^^^^^^^ error policy-repository-repeated',
        ),
    );
  });
});
