import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const imported = (type: string, id: string, body = '') =>
  `import {\n  to = ${type}.x\n  id = ${id}\n}\nresource "${type}" "x" {\n${body}}\n`;

const ACCOUNT_TYPES = [
  'aws_ecr_registry_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
];

describe('the id of what belongs to a whole registry', () => {
  const ID = 'import-id-form';

  it.each(ACCOUNT_TYPES)('is the account for %s', (type) => {
    for (const id of [
      '"111122223333"',
      'var.id',
      'data.aws_caller_identity.current.account_id',
      '"111122223333@eu-west-1"',
    ]) {
      expect(ruleIdsOnly(ID, imported(type, id))).toEqual([]);
    }
    for (const id of ['"registry"', '"arn:aws:ecr:eu-west-1:111122223333:repository/x"', '"1111-2222-3333"']) {
      expect(ruleIdsOnly(ID, imported(type, id))).toEqual([`warning ${ID}`]);
    }
  });

  it('is the name of an account setting', () => {
    const type = 'aws_ecr_account_setting';
    expect(ruleIdsOnly(ID, imported(type, '"BLOB_MOUNTING"'))).toEqual([]);
    expect(ruleIdsOnly(ID, imported(type, 'var.x'))).toEqual([]);
    expect(ruleIdsOnly(ID, imported(type, '"blob_mounting"'))).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, imported(type, '"111122223333"'))).toEqual([`error ${ID}`]);
  });

  it('is the ARN of the principal of an exclusion', () => {
    const type = 'aws_ecr_pull_time_update_exclusion';
    expect(ruleIdsOnly(ID, imported(type, '"arn:aws:iam::111122223333:role/x"'))).toEqual([]);
    expect(ruleIdsOnly(ID, imported(type, '"scanner"'))).toEqual([`error ${ID}`]);
  });
});

describe('an id of another object than the target is for', () => {
  const ID = 'import-id-mismatch';

  it.each([
    ['aws_ecr_account_setting', '"BLOB_MOUNTING"', '  name = "REGISTRY_POLICY_SCOPE"\n'],
    ['aws_ecr_pull_time_update_exclusion', '"arn:aws:iam::1:role/a"', '  principal_arn = "arn:aws:iam::1:role/b"\n'],
    ['aws_ecr_pull_through_cache_rule', '"quay-io"', '  ecr_repository_prefix = "quay"\n'],
    ['aws_ecr_repository_creation_template', '"ROOT"', '  prefix = "quay"\n'],
  ])('%s %s', (type, id, body) => {
    expect(ruleIdsOnly(ID, imported(type, id, body))).toEqual([`warning ${ID}`]);
    expect(ruleIdsOnly(ID, imported(type, 'var.id', body))).toEqual([]);
    expect(ruleIdsOnly(ID, imported(type, /"(.*)"/.exec(body)?.[0] ?? '', body))).toEqual([]);
  });
});
