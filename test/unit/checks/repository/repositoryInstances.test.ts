import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../support/checkProblems.ts';

const repository = (body: string) => `resource "aws_ecr_repository" "a" {\n${body}\n}\n`;

const LOCALS = `locals {
  apps     = ["web", "API"]
  settings = { shop = { name = "Web App", mutability = "IMMUTABLE" }, pay = { name = "pay", mutability = "mutable" } }
}
variable "on" {
  type = bool
}
`;

const NAMED: readonly (readonly [string, string, string, string | null])[] = [
  ['of a set', '  for_each = toset(local.apps)\n  name = "team/${each.value}"', 'repository-name', '"API"'],
  ['of the keys of a map', '  for_each = { shop = 1, "Shop_" = 2 }\n  name = each.key', 'repository-name', '"Shop_"'],
  ['by an index', '  count = 2\n  name = local.apps[count.index]', 'repository-name', '1'],
  ['by an attribute', '  for_each = local.settings\n  name = each.value.name', 'repository-name', '"shop"'],
  [
    'of all instances',
    '  for_each = toset(["web", "shop"])\n  name = "Team/${each.key}"',
    'repository-name',
    ' This applies to "shop", and similarly for "web".',
  ],
  [
    'with a mutability',
    '  for_each = local.settings\n  name = each.key\n  image_tag_mutability = each.value.mutability',
    'repository-mutability-value',
    '"pay"',
  ],
  [
    'with an encryption',
    '  for_each = { a1 = "KMS", b1 = "kms" }\n  name = each.key\n  encryption_configuration {\n    encryption_type = each.value\n  }',
    'repository-encryption',
    '"b1"',
  ],
  [
    'with a needless key',
    '  for_each = { a1 = "KMS", b1 = "AES256" }\n  name = each.key\n  encryption_configuration {\n    encryption_type = each.value\n    kms_key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"\n  }',
    'repository-encryption',
    '"b1"',
  ],
  [
    'with a filter',
    '  for_each = { a1 = "v*", b1 = "***" }\n  name = each.key\n  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filter {\n    filter = each.value\n    filter_type = "WILDCARD"\n  }',
    'repository-exclusion-filter-value',
    '"b1"',
  ],
  [
    'with filters that a list makes',
    '  name = "shop"\n  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = ["v*", "***"]\n    content {\n      filter = image_tag_mutability_exclusion_filter.value\n      filter_type = "WILDCARD"\n    }\n  }',
    'repository-exclusion-filter-value',
    null,
  ],
  [
    'with filters that a list makes beside MUTABLE',
    '  name = "shop"\n  image_tag_mutability = "MUTABLE"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = ["v*"]\n    content {\n      filter = image_tag_mutability_exclusion_filter.value\n      filter_type = "WILDCARD"\n    }\n  }',
    'repository-exclusion-filter-forbidden',
    null,
  ],
  [
    'with a list that makes no filter',
    '  name = "shop"\n  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = []\n    content {\n      filter = image_tag_mutability_exclusion_filter.value\n      filter_type = "WILDCARD"\n    }\n  }',
    'repository-exclusion-filter-missing',
    null,
  ],
  [
    'of one branch',
    '  for_each = var.on ? toset(["web", "API"]) : toset([])\n  name = each.key',
    'repository-name',
    '"API"',
  ],
];

describe('the arguments of a repository', () => {
  it.each(NAMED)('%s: are judged for each instance, which is named', (_, body, id, instance) => {
    const lines = errorsOf(LOCALS + repository(body));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    if (instance === null) expect(lines[0]).not.toContain('This is so for');
    else expect(lines[0]).toContain(instance.startsWith(' ') ? instance : `This applies to ${instance}.`);
  });

  it.each([
    ['in lower case', '  for_each = toset(local.apps)\n  name = lower(each.value)'],
    ['of names that are not known', '  for_each = var.names\n  name = "team/${each.value}"'],
    ['of no instance', '  for_each = toset([])\n  name = "team/${each.value}"'],
    [
      'with filters that are not known',
      '  name = "shop"\n  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = var.names\n    content {\n      filter = image_tag_mutability_exclusion_filter.value\n      filter_type = "WILDCARD"\n    }\n  }',
    ],
    [
      'with a filter for those that need one',
      '  for_each = { a1 = true, b1 = false }\n  name = each.key\n  image_tag_mutability = each.value ? "IMMUTABLE_WITH_EXCLUSION" : "IMMUTABLE"\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = each.value ? ["v*"] : []\n    content {\n      filter = image_tag_mutability_exclusion_filter.value\n      filter_type = "WILDCARD"\n    }\n  }',
    ],
  ])('%s: are silent where they are right', (_, body) => {
    expect(errorsOf(`${LOCALS}variable "names" {\n  type = set(string)\n}\n${repository(body)}`)).toEqual([]);
  });
});
