import { describe, expect, it } from 'vitest';
import { checkOnly, fixModule, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { found, LOCK, lock, versions } from '../support/providerReleases.ts';

const ID = 'provider-version';

const SCANNED = 'image_scanning_configuration {\n    scan_on_push = true\n  }';

/** A repository without other problems. */
const repository = (body: string) => `data "aws_ecr_repository" "other" {
  name = "other"
}

resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  ${body}
  ${SCANNED}
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const TEMPLATE = `
resource "aws_ecr_repository_creation_template" "any" {
  prefix      = "ROOT"
  applied_for = ["CREATE_ON_PUSH"]
}
`;

describe(ID, () => {
  it('is reported at the name of an argument that no admitted release has', () => {
    checkOnly(ID, {
      'main.tf': repository(`force_delete         = false
  ^^^^^^^^^^^^ error provider-version force_delete was added in AWS provider 4.22.0, and no release that the constraint "~> 3.0" admits has it`),
      'versions.tf': versions('~> 3.0'),
    });
  });

  it('is reported once, on the value that needs it, not on the block that the value asks for', () => {
    checkOnly(ID, {
      'versions.tf': versions('~> 5.0'),
      'main.tf': `
resource "aws_ecr_repository" "app" {
  name = "team/app"
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
  image_tag_mutability = local.mutability
  ${SCANNED}
}

locals {
  mutability = "IMMUTABLE_WITH_EXCLUSION"
               ^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider-version
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`,
    });
  });

  it('is reported at the block where the value is not known, also on a dynamic one', () => {
    const mutability = (block: string) => `
resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = var.mutability
  ${block}
  ${SCANNED}
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;
    checkOnly(ID, {
      'versions.tf': versions('~> 6.7.0'),
      'main.tf': mutability(`image_tag_mutability_exclusion_filter {
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider-version
    filter      = "latest*"
    filter_type = "WILDCARD"
  }`),
    });
    checkOnly(ID, {
      'versions.tf': versions('~> 6.7.0'),
      'main.tf': mutability(`dynamic "image_tag_mutability_exclusion_filter" {
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider-version
    for_each = var.filters
    content {
      filter      = each.value
      filter_type = "WILDCARD"
    }
  }`),
    });
  });

  it('hints where some admitted releases lack it', () => {
    checkOnly(ID, {
      'main.tf': repository(`force_delete         = false
  ^^^^^^^^^^^^ hint provider-version the constraint ">= 4.0" admits older releases too`),
      'versions.tf': versions('>= 4.0'),
    });
  });

  it('hints at the newest only: with it the others come', () => {
    expect(found('>= 4.0', repository('force_delete = false\n  region       = "eu-west-1"'))).toEqual([
      'hint provider-version',
    ]);
    expect(found('~> 4.0', repository('force_delete = false\n  region       = "eu-west-1"'))).toEqual([
      'error provider-version',
    ]);
    expect(found('~> 3.0', repository('force_delete = false\n  region       = "eu-west-1"'))).toEqual([
      'error provider-version',
      'error provider-version',
    ]);
  });

  it('is reported at the header of a block whose type is too new, and only there', () => {
    checkOnly(ID, {
      'versions.tf': versions('~> 5.0, < 5.44'),
      'main.tf': `
data "aws_ecr_lifecycle_policy_document" "app" {
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider-version
  rule {
    priority = 1
    action {
      type                 = "transition"
      target_storage_class = "archive"
    }
    selection {
      tag_status   = "any"
      count_type   = "sinceImagePulled"
      count_unit   = "days"
      count_number = 90
    }
  }
}

resource "aws_ecr_pull_time_update_exclusion" "scanner" {
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider-version
  principal_arn = var.scanner
}
`,
    });
  });

  it('tells of values that releases do not take yet', () => {
    expect(found('~> 6.27.0', TEMPLATE)).toEqual(['error provider-version']);
    expect(found('~> 6.28', TEMPLATE)).toEqual([]);
    expect(found('~> 6.27.0', TEMPLATE.replace('CREATE_ON_PUSH', 'REPLICATION'))).toEqual([]);
    const setting = (name: string) =>
      `resource "aws_ecr_account_setting" "x" {\n  name  = "${name}"\n  value = "ENABLED"\n}\n`;
    expect(found('~> 6.28.0', setting('BLOB_MOUNTING'))).toEqual(['error provider-version']);
    expect(found('~> 6.28.0', setting('REGISTRY_POLICY_SCOPE'))).toEqual([]);
  });

  it('tells of the archive in a policy document once', () => {
    const document = `data "aws_ecr_lifecycle_policy_document" "app" {
  rule {
    priority = 1
    action {
      type                 = "transition"
      target_storage_class = "archive"
    }
    selection {
      tag_status   = "any"
      count_type   = "sinceImagePulled"
      count_unit   = "days"
      count_number = 90
    }
  }
}
`;
    expect(found('~> 5.44', document)).toEqual(['error provider-version']);
    expect(found('~> 6.27.0', document)).toEqual(['error provider-version']);
    expect(found('~> 6.29', document)).toEqual([]);
    const turned = document.replace(/( {4}action \{.*?\n {4}\}\n)( {4}selection \{.*?\n {4}\}\n)/s, '$2$1');
    expect(found('~> 5.44', turned)).toEqual(['error provider-version']);
    expect(fixTitlesOnly(ID, `${turned}${versions('~> 5.44')}`)).toEqual(['choice: Raise the constraint to "~> 6.29"']);
    // 6.28.0 accepts it and drops it.
    const fixed = fixModule(
      { 'main.tf': document, 'versions.tf': versions('~> 5.44') },
      'Raise the constraint to "~> 6.29"',
    );
    expect(fixed['versions.tf']).toBe(versions('~> 6.29'));
  });

  it('tells of an import by identity, by the provider of its target', () => {
    const imported = `import {
  to       = aws_ecr_repository.app
  identity = { name = "team/app" }
}
`;
    expect(found('~> 6.10.0', `${repository('')}${imported}`)).toEqual(['error provider-version']);
    expect(found('~> 6.11', `${repository('')}${imported}`)).toEqual([]);
    expect(found('~> 6.10.0', `${repository('provider = other')}${imported}`)).toEqual([]);
  });

  it('goes by the lock file where one is there', () => {
    const text = repository('force_delete = false');
    expect(found('>= 4.0', text, '4.21.0')).toEqual(['error provider-version']);
    expect(found('>= 4.0', text, '4.22.0')).toEqual([]);
    expect(found(null, text, '4.21.0')).toEqual(['error provider-version']);
    expect(found(null, text, '6.0.0')).toEqual([]);
    checkOnly(ID, {
      'main.tf': repository(`force_delete         = false
  ^^^^^^^^^^^^ error provider-version and the lock file names 4.21.0: the plan fails. Run init -upgrade.`),
      'versions.tf': versions('>= 4.0'),
      [LOCK]: lock('4.21.0'),
    });
  });

  it('says nothing where nothing is asked, or what is asked is not known', () => {
    const text = repository('force_delete = false\n  region       = "eu-west-1"');
    expect(found(null, text)).toEqual([]);
    expect(found('${local.version}', text)).toEqual([]);
    expect(found('~> 3.0, ~> 4.0', text)).toEqual([]);
    expect(found('>= 6.0', text)).toEqual([]);
    expect(found('~> 3.0', repository('force_delete = false\n  provider     = other.eu'))).toEqual([]);
    expect(found('~> 3.0', text.replaceAll('aws_ecr_repository', 'aws_sns_topic'))).toEqual([]);
  });

  it.each([
    ['~> 5.36.0', 'resource "aws_ecr_pull_through_cache_rule" "c" {\n  credential_arn = var.secret\n}\n'],
    ['~> 5.92.0', 'resource "aws_ecr_pull_through_cache_rule" "c" {\n  custom_role_arn = var.role\n}\n'],
    ['~> 5.60.0', 'resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "a"\n}\n'],
    ['~> 5.82.0', 'resource "aws_ecr_account_setting" "s" {\n  name = "REGISTRY_POLICY_SCOPE"\n}\n'],
    ['~> 5.0', 'resource "aws_ecrpublic_repository" "p" {\n  region = "us-east-1"\n}\n'],
    ['~> 5.0', 'data "aws_ecr_repository" "p" {\n  region = "us-east-1"\n}\n'],
    ['~> 6.4.0', 'data "aws_ecr_images" "p" {\n  repository_name = "a"\n}\n'],
    ['~> 6.30.0', 'ephemeral "aws_ecrpublic_authorization_token" "t" {}\n'],
  ])('with %s knows what came later: %s', (constraint, text) => {
    expect(found(constraint, text)).toEqual(['error provider-version']);
  });

  it('counts the constraints of all files', () => {
    const text = repository('force_delete = false');
    const other = versions('< 4.22').replace('aws = {', 'west = {');
    expect(
      ruleIdsOnly(ID, { 'main.tf': text, 'a.tf': versions('>= 4.0'), 'b.tf': other }).filter((id) =>
        id.endsWith('version'),
      ),
    ).toEqual(['error provider-version']);
  });
});

describe('the constraint', () => {
  const text = repository('force_delete = false');

  it('is raised where it stands', () => {
    const fixed = fixModule(
      { 'main.tf': text, 'versions.tf': versions('~> 3.0') },
      'Raise the constraint to "~> 4.22"',
    );
    expect(fixed).toEqual({ 'main.tf': text, 'versions.tf': versions('~> 4.22') });
  });

  it('is raised as it is written', () => {
    const before = `${text}\nprovider "aws" {\n  version = ">= 3, < 6" # old\n}\n`;
    expect(fixModule({ 'main.tf': before }, 'Raise the constraint to ">= 4.22, < 6"')['main.tf']).toBe(
      before.replace('">= 3, < 6"', '">= 4.22, < 6"'),
    );
  });

  it('is raised in every file that is in the way', () => {
    const other = versions('< 4.10').replace('aws = {', 'west = {');
    const fixed = fixModule({ 'main.tf': text, 'a.tf': versions('~> 3.0'), 'b.tf': other }, 'Raise the constraints');
    expect(fixed['a.tf']).toBe(versions('~> 4.22'));
    expect(fixed['b.tf']).toBe(other.replace('< 4.10', '>= 4.22.0'));
  });

  it('is offered to be raised, never raised unasked, and not where none is written', () => {
    expect(fixTitlesOnly(ID, `${text}${versions('~> 3.0')}`)).toEqual(['choice: Raise the constraint to "~> 4.22"']);
    expect(fixTitlesOnly(ID, `${text}${versions('>= 3.0')}`)).toEqual(['choice: Raise the constraint to ">= 4.22"']);
  });

  it('when raised, silences what the lock file is too old for', () => {
    const files = { 'main.tf': text, 'versions.tf': versions('>= 3.0'), [LOCK]: lock('3.5.0') };
    expect(fixModule(files, 'Raise the constraint to ">= 4.22"')['versions.tf']).toBe(versions('>= 4.22'));
  });
});
