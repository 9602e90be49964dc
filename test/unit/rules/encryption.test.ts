import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const repository = (encryption: string) => `resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"

  encryption_configuration {
${encryption}  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const ARN = '"arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"';

const both = (type: string, key: string) => repository(`    encryption_type = ${type}\n    kms_key         = ${key}\n`);

const marked = (value: string, said: string) => `${value}\n${' '.repeat(22)}${'^'.repeat(value.length)} ${said}`;

describe('repository-encryption', () => {
  it('stands on a type that there is none of', () => {
    check(repository(`    encryption_type = ${marked('"kms"', 'error repository-encryption in capitals')}\n`));
    expect(fixTitles(repository('    encryption_type = "aes"\n'))).toEqual([
      'choice: Change it to AES256',
      'choice: Change it to KMS',
      'choice: Change it to KMS_DSSE',
    ]);
    expect(ruleIds(both('"kms"', ARN))).toEqual(['error repository-encryption']);
  });

  it('stands on the later of AES256 and a key', () => {
    check(both('"AES256"', marked(ARN, 'error repository-encryption is AES256')));
    check(both('null', marked('aws_kms_key.k.arn', 'error repository-encryption unset (AES256)')));
    check(
      repository(
        `    kms_key         = ${ARN}\n    encryption_type = ${marked('"AES256"', 'error repository-encryption')}\n`,
      ),
    );
    check(
      repository(
        `    kms_key = "\${var.arn}/x"\n              ${'^'.repeat(14)} error repository-encryption unset (AES256)\n`,
      ),
    );
  });

  it('sets the type, or takes the key out', () => {
    const text = repository(`    kms_key = ${ARN}\n`);
    expect(fix(text, 'Set encryption_type to KMS')).toBe(
      repository(`    kms_key         = ${ARN}\n    encryption_type = "KMS"\n`),
    );
    expect(fix(text, 'Remove kms_key')).toBe(repository(''));
    expect(fix(both('"AES256"', ARN), 'Set encryption_type to KMS')).toBe(both('"KMS"', ARN));
    expect(fix(both('"AES256"', ARN), 'Remove kms_key')).toBe(repository('    encryption_type = "AES256"\n'));
  });

  it.each([
    ['aws_kms_key.k.key_id', 'a key id', 'aws_kms_key.k.arn'],
    ['aws_kms_key.k[0].id', 'a key id', 'aws_kms_key.k[0].arn'],
    ['aws_kms_alias.k.name', 'an alias', 'aws_kms_alias.k.target_key_arn'],
    ['data.aws_kms_alias.k.target_key_id', 'a key id', 'data.aws_kms_alias.k.target_key_arn'],
    ['data.aws_kms_key.k.id', 'a key id', 'data.aws_kms_key.k.arn'],
  ])('warns of %s', (key, what, arn) => {
    check(both('"KMS"', marked(key, `warning repository-encryption ${what}`)));
    expect(fix(both('"KMS"', key), `Change it to ${arn}`)).toBe(both('"KMS"', arn));
  });

  it.each([
    '"alias/images"',
    '"alias/${var.name}"',
    '"1234abcd-12ab-34cd-56ef-1234567890ab"',
    '"mrk-1234abcd12ab34cd56ef1234567890ab"',
  ])('warns of %s without a fix', (key) => {
    check(both('"KMS_DSSE"', marked(key, 'warning repository-encryption the ARN')));
    expect(fixTitles(both('"KMS"', key))).toEqual([]);
  });

  it.each([
    ['"KMS"', ARN],
    ['"KMS"', 'aws_kms_key.k.arn'],
    ['"KMS"', 'module.kms.key_id'],
    ['"KMS"', 'data.aws_kms_key.k.key_id'],
    ['"KMS"', 'aws_kms_alias.k.target_key_arn'],
    ['"KMS"', 'var.key'],
    ['"KMS"', '"${var.key}"'],
    ['"KMS"', '"${var.partition}:${var.key}"'],
    ['"KMS"', 'null'],
    ['"AES256"', 'null'],
    ['"AES256"', '""'],
    ['"AES256"', 'var.key'],
    ['"AES256"', 'module.kms.key_arn'],
    ['var.key == null ? "AES256" : "KMS"', 'var.key'],
    ['var.type', 'aws_kms_key.k.arn'],
  ])('is silent about %s with %s', (type, key) => {
    expect(ruleIds(both(type, key))).toEqual([]);
  });

  it.each([
    ['[encryption_configuration]', []],
    ['[tags, encryption_configuration[0].kms_key]', []],
    ['all', []],
    ['[tags]', ['warning repository-encryption']],
  ])('heeds ignore_changes = %s', (ignored, expected) => {
    const lifecycle = `  lifecycle {\n    ignore_changes = ${ignored}\n  }\n\n  image_scanning`;
    expect(ruleIds(both('"KMS"', 'aws_kms_key.k.id').replace('  image_scanning', lifecycle))).toEqual(expected);
  });

  it('leaves what AWS says of creation templates alone, but for the type', () => {
    const template = (type: string) => `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "team"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = ${type}
    kms_key         = aws_kms_key.k.key_id
  }
}
`;
    expect(ruleIds(template('"AES256"'))).toEqual([]);
    expect(ruleIds(template('"aes256"'))).toEqual(['error repository-encryption']);
  });

  it('looks into what a dynamic block makes', () => {
    const text = repository('').replace(
      '  encryption_configuration {\n  }',
      '  dynamic "encryption_configuration" {\n    for_each = var.x\n    content {\n      encryption_type = "KMS"\n      kms_key         = aws_kms_key.k.id\n    }\n  }',
    );
    expect(ruleIds(text)).toEqual(['warning repository-encryption']);
  });
});
