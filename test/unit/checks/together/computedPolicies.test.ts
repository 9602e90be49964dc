import { describe, expect, it } from 'vitest';
import { check, fix, ruleIds } from '../../support/checkProblems.ts';

describe('policies made by for', () => {
  it('a constant priority is one problem at the constant', () => {
    check(`
locals {
  prefixes = ["prod", "stage"]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for prefix in local.prefixes : {
    rulePriority = 1
                   ^ error rule-priority-duplicate every element of the for expression gets it
    selection = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = 5 }
    action = { type = "expire" }
  }] })
}
`);
  });

  it('numbered rules are silent', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for index, prefix in ["prod", "stage"] : {
    rulePriority = index + 1
    selection = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = 5 }
    action = { type = "expire" }
  }] })
}
`);
  });

  it('a wrong value of one element is told at the element', () => {
    check(`
locals {
  keep = { prod = 5, stage = "10" }
                             ^^^^ error policy-value-type
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for prefix, keep in { prod = local.keep.prod, stage = local.keep.stage } : {
    rulePriority = prefix == "prod" ? 1 : 2
    selection = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = keep }
    action = { type = "expire" }
  }] })
}
`);
  });

  it('what a fix adds is added for every element', () => {
    expect(
      fix(
        `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for index, prefix in ["prod", "stage"] : {
    rulePriority = index + 1
    selection = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "sinceImagePushed", countNumber = 5 }
    action = { type = "expire" }
  }] })
}
`,
        'Add countUnit = "days"',
      ),
    ).toContain('countType = "sinceImagePushed", countUnit = "days", countNumber = 5');
  });

  it('a collection that is not known is silent', () => {
    expect(
      ruleIds(`
variable "prefixes" { type = list(string) }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for prefix in var.prefixes : {
    rulePriority = 1
    selection = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = 5 }
    action = { type = "expire" }
  }] })
}
`),
    ).toEqual([]);
  });
});

describe('conditionals', () => {
  it('objects of differing types become strings, whatever the condition', () => {
    check(`
variable "by_age" { type = bool }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection = merge({ tagStatus = "any" }, var.by_age ? { countType = "sinceImagePushed", countUnit = "days", countNumber = 5 } : { countType = "imageCountMoreThan", countNumber = 5 })
                                                                                                                              ^ error policy-value-type
                                                                                                                                                                                      ^ error policy-value-type
    action = { type = "expire" }
  }] })
}
`);
  });

  it('conditions that hang together are not taken apart', () => {
    check(`
variable "by_age" { type = bool }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection = merge(
      { tagStatus = "any", countType = var.by_age ? "sinceImagePushed" : "imageCountMoreThan", countNumber = 5 },
      var.by_age ? { countUnit = "days" } : {},
    )
    action = { type = "expire" }
  }] })
}
`);
  });

  it('each written branch of a policy is checked', () => {
    check(`
variable "strict" { type = bool }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = var.strict ? jsonencode({ rules = [{ rulePriority = 0, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] }) : jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 0 }, action = { type = "expire" } }] })
                                                               ^ error policy-number-range
                                                                                                                                                                                                                                                                                                                        ^ error policy-number-range
}
`);
  });
});

describe('instances', () => {
  const REST = 'action = { type = "expire" }';

  it('a problem of one instance stands at its value', () => {
    check(`
locals {
  repositories = {
    api = { keep = 10 }
    web = { keep = 0 }
                   ^ error policy-number-range This applies to "web".
  }
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = local.repositories
  repository = each.key
  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.value.keep }, ${REST} }] })
}
`);
  });

  it('a problem of all instances is told once', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = toset(["api", "web"])
  repository = each.key
  policy = jsonencode({ rules = [{ rulePriority = 1, description = each.key, selection = { tagStatus = "all", countType = "imageCountMoreThan", countNumber = 5 }, ${REST} }] })
                                                                                                       ^^^^^ error policy-enum-value
}
`);
  });
});

describe('the data source', () => {
  it('is checked in its own words', () => {
    check(`
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
                     ^^^^^^^^^^^^^^^^^^ error rule-count-unit-missing count_unit
      count_number = 14
    }
  }
  dynamic "rule" {
    for_each = ["prod", "stage"]
    content {
      priority = 2
                 ^ error rule-priority-duplicate
      selection {
        tag_status      = "tagged"
        tag_prefix_list = [rule.value]
        count_type      = "imageCountMoreThan"
        count_number    = 5
      }
      action { type = "expire" }
    }
  }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`);
  });

  it('is mended in its own words', () => {
    const text = `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
      count_number = 14
    }
  }
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`;
    expect(fix(text, 'Add count_unit = "days"')).toBe(
      text.replace('      count_number = 14\n', '      count_number = 14\n      count_unit   = "days"\n'),
    );
  });
});

describe('values from elsewhere', () => {
  it('a policy file is checked in its own text', () => {
    check({
      'main.tf': `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy     = file("\${path.module}/policies/app.json")
}
`,
      'policies/app.json': `{
  "rules": [
    { "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": "5" }, "action": { "type": "expire" } }
                                                                                                              ^^^ error policy-value-type
  ]
}
`,
    });
  });

  it('a template is checked in its own text, with the values given to it', () => {
    check({
      'main.tf': `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = templatefile("policy.json.tftpl", { status = "tagged", keep = 5 })
}
`,
      'policy.json.tftpl': `{
  "rules": [
    { "rulePriority": 1, "selection": { "tagStatus": "\${status}", "countType": "imageCountMoreThan", "countNumber": \${keep} }, "action": { "type": "expire" } }
                                                     ^^^^^^^^^^^ error rule-tag-list-missing
  ]
}`,
    });
  });

  it('what a caller gives to a local module is told at the call', () => {
    check({
      'main.tf': `
module "api" {
  source = "./ecr"
  keep   = 0
           ^ error policy-number-range
}
`,
      'ecr/main.tf': `
variable "keep" { type = number }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }] })
}
`,
    });
  });

  it('a type constraint that makes strings of numbers is told where the module uses it, whatever its callers give', () => {
    check({
      'main.tf': `
module "api" {
  source = "./ecr"
  rules  = [{ prefix = "prod", keep = 5 }]
}
`,
      'ecr/main.tf': `
variable "rules" { type = list(map(string)) }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "repo"
  policy = jsonencode({ rules = [for index, rule in var.rules : { rulePriority = index + 1, selection = { tagStatus = "tagged", tagPrefixList = [rule.prefix], countType = "imageCountMoreThan", countNumber = rule.keep }, action = { type = "expire" } }] })
                                                                                                                                                                                                               ^^^^^^^^^ error policy-value-type a string whatever its value: convert it with tonumber()
}
`,
    });
  });
});
