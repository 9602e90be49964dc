import { describe, expect, it } from 'vitest';
import { labelsAt } from './cursor.ts';

const ACCOUNT = 'provider "aws" {\n  region              = "eu-west-1"\n  allowed_account_ids = ["111122223333"]\n}\n';

const imported = (type: string, body: string, more = '') =>
  `import {\n  to = ${type}.x\n  id = "$0"\n}\nresource "${type}" "x" {\n${body}}\n${more}`;

describe('the id of an import block', () => {
  it.each([
    ['aws_ecr_repository', '  name = "team/app"\n', ['team/app']],
    ['aws_ecr_lifecycle_policy', '  repository = "team/app"\n', ['team/app']],
    ['aws_ecr_repository_policy', '  repository = "team/app"\n', ['team/app']],
    ['aws_ecr_pull_through_cache_rule', '  ecr_repository_prefix = "hub"\n', ['hub']],
    ['aws_ecr_repository_creation_template', '  prefix = "ROOT"\n', ['ROOT']],
    ['aws_ecr_account_setting', '  name = "BLOB_MOUNTING"\n', ['BLOB_MOUNTING']],
    [
      'aws_ecr_pull_time_update_exclusion',
      '  principal_arn = "arn:aws:iam::111122223333:role/x"\n',
      ['arn:aws:iam::111122223333:role/x'],
    ],
    ['aws_ecrpublic_repository', '  repository_name = "tool"\n', ['tool']],
    ['aws_ecrpublic_repository_policy', '  repository_name = "tool"\n', ['tool']],
    ['aws_ecr_replication_configuration', '', []],
    ['aws_ecr_account_setting', '  name = var.name\n', []],
  ] as const)('of %s with %s is completed with %j', (type, body, labels) => {
    expect(labelsAt(imported(type, body))).toEqual(labels);
  });

  it.each(['aws_ecr_registry_policy', 'aws_ecr_registry_scanning_configuration', 'aws_ecr_replication_configuration'])(
    'of %s is the account that the provider names',
    (type) => {
      expect(labelsAt(imported(type, '', ACCOUNT))).toEqual(['111122223333']);
    },
  );
});
