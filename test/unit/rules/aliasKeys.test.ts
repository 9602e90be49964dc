import { describe, expect, it } from 'vitest';
import { fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const repository = (key: string) => `resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = ${key}
  }
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;
const idsOf = (key: string) => ruleIds(repository(key)).filter((found) => found.endsWith('repository-encryption'));

describe('the ARN of an alias as kms_key', () => {
  it.each([
    ['aws_kms_alias.ecr.arn', 'aws_kms_alias.ecr.target_key_arn'],
    ['aws_kms_alias.ecr[0].arn', 'aws_kms_alias.ecr[0].target_key_arn'],
    ['aws_kms_alias.ecr["a"].arn', 'aws_kms_alias.ecr["a"].target_key_arn'],
    ['aws_kms_alias.ecr[each.key].arn', 'aws_kms_alias.ecr[each.key].target_key_arn'],
    ['data.aws_kms_alias.ecr.arn', 'data.aws_kms_alias.ecr.target_key_arn'],
    ['data.aws_kms_alias.ecr[0].arn', 'data.aws_kms_alias.ecr[0].target_key_arn'],
  ])('is a warning with one fix: %s', (key, right) => {
    expect(idsOf(key)).toEqual(['warning repository-encryption']);
    expect(fix(repository(key), `Change it to ${right}`)).toBe(repository(right));
  });

  it.each([
    '"arn:aws:kms:eu-west-1:111122223333:alias/ecr"',
    '"arn:aws-cn:kms:cn-north-1:111122223333:alias/ecr"',
    '"arn:aws:kms:eu-west-1:111122223333:alias/${var.x}"',
    '"arn:aws:kms:eu-west-1:111122223333:alias/aws/ecr"',
  ])('is a warning where it is written out: %s', (key) => {
    expect(idsOf(key)).toEqual(['warning repository-encryption']);
    expect(fixTitles(repository(key)).filter((title) => title.includes('arn'))).toEqual([]);
  });

  it.each([
    'aws_kms_alias.ecr.target_key_arn',
    'data.aws_kms_alias.ecr.target_key_arn',
    'aws_kms_key.ecr.arn',
    'data.aws_kms_key.ecr.arn',
    'module.kms.alias_arn',
    'var.key',
    '"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    '"arn:aws:kms:${var.region}:111122223333:${var.alias}"',
  ])('is not %s', (key) => {
    expect(idsOf(key)).toEqual([]);
  });
});
