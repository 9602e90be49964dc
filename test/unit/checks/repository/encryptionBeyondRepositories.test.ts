import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'repository-encryption';

const PROVIDER = 'provider "aws" {\n  region = "eu-west-1"\n}\n';

const block = (type: string, encryption: string, more = '') => `resource "${type}" "x" {
${more}  encryption_configuration {
${encryption}
  }
}
`;

const template = (encryption: string, more = '') => block('aws_ecr_repository_creation_template', encryption, more);
const repository = (encryption: string, more = '') => block('aws_ecr_repository', encryption, more);
const key = (region: string) => `"arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"`;
const withKey = (text: string, type = '"KMS"') => `    encryption_type = ${type}\n    kms_key         = ${text}`;

describe('the encryption of a creation template', () => {
  it.each([
    withKey('"alias/ecr"'),
    withKey('aws_kms_alias.ecr.arn'),
    withKey('aws_kms_key.ecr.key_id'),
    withKey('"1234abcd-12ab-34cd-56ef-1234567890ab"'),
    withKey(key('eu-west-1'), '"AES256"'),
    `    kms_key = ${key('eu-west-1')}`,
    withKey('aws_kms_key.ecr.arn', '"AES256"'),
    withKey('"arn:aws:kms:eu-west-1:111122223333:alias/ecr"'),
  ])('is an error with %s', (encryption) => {
    expect(ruleIdsOnly(ID, template(encryption))).toEqual([`error ${ID}`]);
  });

  it.each([
    withKey('aws_kms_key.ecr.arn'),
    withKey(key('eu-west-1')),
    withKey('var.key'),
    withKey('var.key', '"AES256"'),
    withKey('var.key', 'var.type'),
    '    encryption_type = "KMS"',
    '    encryption_type = "AES256"',
    withKey('null', '"AES256"'),
  ])('is nothing with %s', (encryption) => {
    expect(ruleIdsOnly(ID, template(encryption))).toEqual([]);
  });
});

describe('a key of another region', () => {
  it.each([
    PROVIDER + repository(withKey(key('us-east-1'))),
    PROVIDER + template(withKey(key('us-east-1'))),
    PROVIDER + repository(withKey(key('eu-west-1')), '  region = "us-east-1"\n'),
    repository(withKey(key('eu-west-1')), '  region = "us-east-1"\n'),
    `${PROVIDER}${repository(withKey('local.key'))}locals {\n  key = ${key('us-east-1')}\n}\n`,
  ])('is a warning in %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    PROVIDER + repository(withKey(key('eu-west-1'))),
    repository(withKey(key('us-east-1'))),
    PROVIDER + repository(withKey(key('us-east-1')), '  region = "us-east-1"\n'),
    PROVIDER + repository(withKey(key('us-east-1')), '  provider = aws.us\n'),
    PROVIDER + repository(withKey('"arn:aws:kms:${var.region}:111122223333:key/x"')),
    `provider "aws" {\n  region = var.region\n}\n${repository(withKey(key('us-east-1')))}`,
  ])('is nothing in %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
