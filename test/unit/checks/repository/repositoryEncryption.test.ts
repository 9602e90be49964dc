import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'repository-encryption';

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

const idsOf = (key: string) =>
  ruleIdsOnly(ID, repository(key)).filter((found) => found.endsWith('repository-encryption'));

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
    expect(fixTitlesOnly(ID, repository(key)).filter((title) => title.includes('arn'))).toEqual([]);
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

describe(ID, () => {
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

  const both = (type: string, key: string) =>
    repository(`    encryption_type = ${type}\n    kms_key         = ${key}\n`);

  const marked = (value: string, said: string) => `${value}\n${' '.repeat(22)}${'^'.repeat(value.length)} ${said}`;

  describe(ID, () => {
    it('is reported at a type that there is none of', () => {
      checkOnly(
        ID,
        repository(`    encryption_type = ${marked('"kms"', 'error repository-encryption in upper case')}\n`),
      );
      expect(fixTitlesOnly(ID, repository('    encryption_type = "aes"\n'))).toEqual([
        'choice: Change it to AES256',
        'choice: Change it to KMS',
        'choice: Change it to KMS_DSSE',
      ]);
      expect(ruleIdsOnly(ID, both('"kms"', ARN))).toEqual(['error repository-encryption']);
    });

    it('is reported at the later of AES256 and a key', () => {
      checkOnly(ID, both('"AES256"', marked(ARN, 'error repository-encryption is AES256')));
      checkOnly(ID, both('null', marked('aws_kms_key.k.arn', 'error repository-encryption unset (AES256)')));
      checkOnly(
        ID,
        repository(
          `    kms_key         = ${ARN}\n    encryption_type = ${marked('"AES256"', 'error repository-encryption')}\n`,
        ),
      );
      checkOnly(
        ID,
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
      checkOnly(ID, both('"KMS"', marked(key, `warning repository-encryption ${what}`)));
      expect(fix(both('"KMS"', key), `Change it to ${arn}`)).toBe(both('"KMS"', arn));
    });

    it.each([
      '"alias/images"',
      '"alias/${var.name}"',
      '"1234abcd-12ab-34cd-56ef-1234567890ab"',
      '"mrk-1234abcd12ab34cd56ef1234567890ab"',
    ])('warns of %s without a fix', (key) => {
      checkOnly(ID, both('"KMS_DSSE"', marked(key, 'warning repository-encryption the ARN')));
      expect(fixTitlesOnly(ID, both('"KMS"', key))).toEqual([]);
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
    ])('says nothing of %s with %s', (type, key) => {
      expect(ruleIdsOnly(ID, both(type, key))).toEqual([]);
    });

    it.each([
      ['[encryption_configuration]', []],
      ['[tags, encryption_configuration[0].kms_key]', []],
      ['all', []],
      ['[tags]', ['warning repository-encryption']],
    ])('heeds ignore_changes = %s', (ignored, expected) => {
      const lifecycle = `  lifecycle {\n    ignore_changes = ${ignored}\n  }\n\n  image_scanning`;
      expect(ruleIdsOnly(ID, both('"KMS"', 'aws_kms_key.k.id').replace('  image_scanning', lifecycle))).toEqual(
        expected,
      );
    });

    it('is the same for creation templates', () => {
      const template = (type: string) => `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "team"
  applied_for = ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = ${type}
    kms_key         = aws_kms_key.k.key_id
  }
}
`;
      expect(ruleIdsOnly(ID, template('"AES256"'))).toEqual(['error repository-encryption']);
      expect(ruleIdsOnly(ID, template('"KMS"'))).toEqual(['error repository-encryption']);
    });

    it('looks into what a dynamic block makes', () => {
      const text = repository('').replace(
        '  encryption_configuration {\n  }',
        '  dynamic "encryption_configuration" {\n    for_each = var.x\n    content {\n      encryption_type = "KMS"\n      kms_key         = aws_kms_key.k.id\n    }\n  }',
      );
      expect(ruleIdsOnly(ID, text)).toEqual(['warning repository-encryption']);
    });
  });
});
