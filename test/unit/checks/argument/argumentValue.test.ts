import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { cpuSecondsOf, MUCH } from '../../support/cpuTime.ts';

const ID = 'argument-value';
const FOUND = ['error argument-value'];

describe(ID, () => {
  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "Quay"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "q"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "a--b"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "abcdefghijklmnopqrstuvwxyz-abcdefgh"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
  credential_arn        = "ecr-pullthroughcache/hub"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
  custom_role_arn       = "role/pull"
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["PULL_THROUGH"]
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = []
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "1111-2222-3333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "Ireland"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      repository_filter {
        filter      = "prod/*"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      repository_filter {
        filter      = "prod/"
        filter_type = "WILDCARD"
      }
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "Enhanced"
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "continuous"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "PREFIX_MATCH"
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "Prod*"
      filter_type = "WILDCARD"
    }
  }
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "BLOB_MOUNTING"
  value = "V2"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "BLOB_MOUNTS"
  value = "ENABLED"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "e" {
  principal_arn = "arn:aws:iam::111122223333:root"
}
`,
    `resource "aws_ecrpublic_repository" "p" {
  repository_name = "MyTool"
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "Shop"
  policy     = "{}"
}
`,
    `data "aws_ecr_image" "d" {
  repository_name = "X/y"
  image_tag       = "a"
}
`,
    `data "aws_ecr_authorization_token" "t" {
  registry_id = "me"
}
`,
    `locals {
  prefixes = ["quay", "Hub"]
}
resource "aws_ecr_pull_through_cache_rule" "c" {
  for_each              = toset(local.prefixes)
  ecr_repository_prefix = each.value
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  count                 = 2
  ecr_repository_prefix = ["quay", "Hub"][count.index]
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = var.x ? "Hub" : "quay"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = upper("quay")
  upstream_registry_url = "quay.io"
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(FOUND);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "ROOT"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "hub/"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = var.prefix
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "hub/\${var.x}"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = lower("Quay")
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
  credential_arn        = ""
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
  credential_arn        = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = "quay"
  upstream_registry_url = "quay.io"
  custom_role_arn       = aws_iam_role.a.arn
}
`,
    `resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "a"
  applied_for = ["REPLICATION"]
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "r" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
      repository_filter {
        filter      = "prod/"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
}
`,
    `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "prod*/api-*"
      filter_type = "WILDCARD"
    }
  }
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V1"
}
`,
    `resource "aws_ecr_account_setting" "s" {
  name  = var.name
  value = "ENABLED"
}
`,
    `resource "aws_ecr_pull_time_update_exclusion" "e" {
  principal_arn = "arn:aws:iam::111122223333:role/path/scanner"
}
`,
    `resource "aws_ecrpublic_repository" "p" {
  repository_name = "my-tool"
  catalog_data {
    architectures = ["riscv"]
  }
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  repository = "team--api"
  policy     = "{}"
}
`,
    `resource "aws_ecr_repository" "a" {
  name                 = "Shop"
  image_tag_mutability = "mutable"
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "arn:aws:ecr:eu-west-1:111122223333:repository/a"
  policy     = var.p
}
`,
    `resource "aws_ecr_repository_policy" "p" {
  count      = 0
  repository = "Shop"
  policy     = "{}"
}
`,
    `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "ANY"
      count_type   = "imageCountMoreThan"
      count_number = 3
    }
  }
}
`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('names the instances, and what is only unsure is a warning', () => {
    checkOnly(
      ID,
      `
locals {
  prefixes = ["quay", "Hub"]
                      ^^^^^ error argument-value "Hub" does not fit, and ecr_repository_prefix takes ROOT, or 2 to 30 lowercase letters and digits, with a single . _ - or / between them; the plan fails. This applies to "Hub".
}

resource "aws_ecr_pull_through_cache_rule" "c" {
  for_each              = toset(local.prefixes)
  ecr_repository_prefix = each.value
  upstream_registry_url = "quay.io"
}

resource "aws_ecr_repository_creation_template" "t" {
  prefix      = "Hub"
                ^^^^^ warning argument-value AWS refuses it at apply
  applied_for = ["REPLICATION"]
}
`,
    );
  });

  it('takes no time for a text that patterns could go to and fro over', () => {
    const filter = `${'a'.repeat(200)}!`;
    const text = `resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "${filter}"
      filter_type = "WILDCARD"
    }
  }
}
`;
    expect(cpuSecondsOf(() => expect(ruleIdsOnly(ID, text)).toEqual(FOUND))).toBeLessThan(MUCH);
  });

  it('writes the nearest value', () => {
    const text = (value: string) =>
      `resource "aws_ecr_registry_scanning_configuration" "s" {\n  scan_type = "${value}"\n}\n`;
    expect(fix(text('Enhanced'), 'Change it to ENHANCED')).toBe(text('ENHANCED'));
  });
});
