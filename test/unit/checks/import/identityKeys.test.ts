import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { COUNT, repository } from '../support/importBlocks.ts';

const REPOSITORY = 'aws_ecr_repository';
const LIFECYCLE = 'aws_ecr_lifecycle_policy';
const ACCESS = 'aws_ecr_repository_policy';
const accessPolicy =
  'resource "aws_ecr_repository_policy" "app" {\n  repository = "app"\n  policy     = var.policy\n}\n';
const by = (type: string, identity: string, key = '') =>
  `import {\n  to       = ${type}.app${key}\n  identity = ${identity}\n}\n`;
const found = (id: string, text: string, more = '') => ruleIdsOnly(id, text + repository(more) + accessPolicy);

describe('the keys of an identity', () => {
  it('are reported at the key, else at the opening', () => {
    const opened = (body: string) => `import {\n  to = aws_ecr_repository.app\n  identity = {\n${body}  }\n}\n`;
    checkOnly(
      'import-id',
      opened('    repository = "app"\n    ^^^^^^^^^^ error import-id names it by name\n') + repository(),
    );
    checkOnly(
      'import-id',
      opened('    name = "app"\n    arn = "x"\n    ^^^ warning import-id its keys are name, account_id and region\n') +
        repository(),
    );
    checkOnly(
      'import-id',
      `import {\n  to = aws_ecr_repository.app\n  identity = { region = "eu-west-1" }\n             ^ error import-id needs name\n}\n${repository()}`,
    );
  });

  it.each([
    [by(REPOSITORY, '{}'), 'error'],
    [by(REPOSITORY, '{ account_id = "111122223333" }'), 'error'],
    [by(REPOSITORY, '{ repository = "app", region = "eu-west-1" }'), 'error'],
    [by(REPOSITORY, '{ repository = "app", registry_id = "111122223333" }'), 'error'],
    [by(REPOSITORY, '{ name = null }'), 'error'],
    [by(REPOSITORY, '{ name = "" }'), 'error'],
    [`${by(REPOSITORY, 'local.identity')}locals {\n  identity = { id = "app" }\n}\n`, 'error'],
    [by(LIFECYCLE, '{ name = "app" }'), 'error'],
    [by(ACCESS, '{ name = "app" }'), 'error'],
    [by(ACCESS, '{ region = "eu-west-1" }'), 'error'],
    [by(LIFECYCLE, '{ repository = "app", policy = "x" }'), 'warning'],
    [by(REPOSITORY, '{ name = "app", region_id = "eu-west-1" }'), 'warning'],
  ])('%s: %s', (text, severity) => {
    expect(found('import-id', text)).toEqual([`${severity} import-id`]);
  });

  it.each([
    by(REPOSITORY, '{ name = "app" }'),
    by(REPOSITORY, '{ name = "app", account_id = "111122223333", region = "eu-west-1" }'),
    by(REPOSITORY, '{ "name" : "app" }'),
    by(REPOSITORY, '{ (var.key) = "app" }'),
    by(REPOSITORY, 'merge({ region = "eu-west-1" }, var.more)'),
    by(REPOSITORY, 'var.identity'),
    by(REPOSITORY, '{ name = var.name }'),
    by(LIFECYCLE, '{ repository = aws_ecr_repository.app.name }'),
    by(ACCESS, '{ repository = "app", account_id = null }'),
    by('aws_ecr_registry_policy', '{ anything = "x" }'),
    by('module.m.aws_ecr_repository', '{ name = "app" }', '[0]'),
    `import {\n  for_each = { a = "app" }\n  to = aws_ecr_repository.app[each.key]\n  identity = { name = each.value }\n}\n`,
  ])('nothing is said of %s', (text) => {
    expect(found('import-id', text)).toEqual([]);
  });
});

describe('the name in an identity', () => {
  it.each([
    by(REPOSITORY, '{ name = "arn:aws:ecr:eu-west-1:111122223333:repository/app" }'),
    by(REPOSITORY, '{ name = "arn:aws:s3:::app" }'),
    by(REPOSITORY, '{ name = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app" }'),
    by(REPOSITORY, '{ name = aws_ecr_repository.other.arn }'),
    by(REPOSITORY, '{ name = "App" }'),
    by(LIFECYCLE, '{ repository = aws_ecr_repository.app.repository_url }'),
    by(LIFECYCLE, '{ repository = "arn:aws:ecr:eu-west-1:111122223333:repository/app" }'),
    by(ACCESS, '{ repository = "app:latest" }'),
  ])('is an ARN, a URL or no name: %s', (text) => {
    expect(found('import-id-form', text)).toEqual(['error import-id-form']);
  });

  it.each([
    by(REPOSITORY, '{ name = "team/app" }'),
    by(REPOSITORY, '{ name = "" }'),
    by(REPOSITORY, '{ name = var.name }'),
    by(LIFECYCLE, '{ repository = aws_ecr_repository.app.name }'),
    by('aws_ecr_registry_policy', '{ name = "arn:x" }'),
  ])('nothing is said of %s', (text) => {
    expect(found('import-id-form', text)).toEqual([]);
  });
});

describe('the region of an import', () => {
  const REGION = '  region = "eu-west-1"\n';
  const byId = (id: string) => `import {\n  to = aws_ecr_repository.app\n  id = ${id}\n}\n`;

  it.each([
    byId('"app@us-east-1"'),
    byId('"app@eu-central-1"'),
    by(REPOSITORY, '{ name = "app", region = "us-east-1" }'),
    by(REPOSITORY, '{ name = var.name, region = "us-east-1" }'),
  ])('is another than the target has: %s', (text) => {
    expect(found('import-id-mismatch', text, REGION)).toEqual(['warning import-id-mismatch']);
  });

  it.each([
    [byId('"app@eu-west-1"'), REGION],
    [byId('"app"'), REGION],
    [byId('"app@us-east-1"'), ''],
    [byId('"app@us-east-1"'), '  region = var.region\n'],
    [by(REPOSITORY, '{ name = "app", region = "eu-west-1" }'), REGION],
    [by(REPOSITORY, '{ name = "app", region = var.region }'), REGION],
    [by(REPOSITORY, '{ name = "app", region = "us-east-1" }'), ''],
    [by(REPOSITORY, '{ name = "app", region = null }'), REGION],
    [byId('"app@us-east-1"').replace('.app', '.app[0]'), COUNT + REGION],
  ])('nothing is said of %s beside %j', (text, more) => {
    expect(found('import-id-mismatch', text, more)).toEqual([]);
  });
});
