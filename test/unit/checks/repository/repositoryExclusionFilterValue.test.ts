import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'repository-exclusion-filter-value';

const filter = (pattern: string, type = '"WILDCARD"', marks = '') => `
  image_tag_mutability_exclusion_filter {${marks}
    filter      = ${pattern}
    filter_type = ${type}
  }
`;

const repository = (body: string) => `resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
${body}
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const marked = (value: string, message: string) =>
  `${value}\n${' '.repeat(18)}${'^'.repeat(value.length)} error repository-exclusion-filter-value ${message}`;

describe(ID, () => {
  it.each([
    ['"a*b*c*"', 'at most two *'],
    ['"${var.a}*b*c*"', 'at most two *'],
    ['"dev/*"', 'cannot contain "/"'],
    ['"${var.a} *"', 'cannot contain " "'],
    ['"🚀*"', 'cannot contain "🚀"'],
    ['""', '1 to 128'],
    [`"${'a'.repeat(129)}"`, '1 to 128'],
  ])('is reported at the filter %s', (pattern, message) => {
    checkOnly(ID, repository(filter(marked(pattern, message))));
  });

  it.each(['"latest"', '"dev-*"', '"*-rc*"', '"A_b.c-1"', `"${'a'.repeat(128)}"`, 'var.filter', '"${var.a}*"', 'null'])(
    'is silent about the filter %s',
    (pattern) => {
      expect(ruleIdsOnly(ID, repository(filter(pattern)))).toEqual([]);
    },
  );

  it('is reported at the type, and mends it', () => {
    checkOnly(ID, repository(filter('"a"', marked('"wildcard"', 'only WILDCARD, in upper case'))));
    expect(fix(repository(filter('"a"', '"REGEX"')), 'Change it to WILDCARD')).toBe(repository(filter('"a"')));
    expect(ruleIdsOnly(ID, repository(filter('"a"', 'var.type')))).toEqual([]);
  });

  it('is reported at the sixth block', () => {
    const five = filter('"a"').repeat(5);
    const sixth = filter('"a"', undefined, `\n  ${'^'.repeat(37)} error repository-exclusion-filter-value There are 7`);
    checkOnly(ID, repository(five));
    checkOnly(ID, repository(five + sixth + filter('"a"')));
  });

  it('looks into what a dynamic block makes', () => {
    const dynamic = (pattern: string) => `
  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = var.filters
    content {
      filter = ${pattern}
    }
  }
`;
    expect(ruleIdsOnly(ID, repository(dynamic('"a b"')))).toEqual(['error repository-exclusion-filter-value']);
    expect(ruleIdsOnly(ID, repository(dynamic('image_tag_mutability_exclusion_filter.value')))).toEqual([]);
  });
});
