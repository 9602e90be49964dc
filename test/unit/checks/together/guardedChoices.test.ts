import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const rule = (selection: string) => `{ rulePriority = 1, selection = { ${selection} }, action = { type = "expire" } }`;
const ANY = 'tagStatus = "any", countType = "imageCountMoreThan", countNumber =';
const DOCUMENT = (number: string) => `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = ${number}
    }
  }
}
`;
const HEREDOC = (number: string) =>
  `<<EOT\n{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${number}}, "action": {"type": "expire"}}]}\nEOT`;
const encoded = (rules: string) => `jsonencode({ rules = [${rules}] })`;

/** Policies whose value for `dev` is invalid; a guard excludes `dev`. */
const GUARDED: Readonly<Record<string, string>> = {
  'a number': encoded(rule(`${ANY} local.keep[var.env]`)),
  'a number, computed': encoded(rule(`${ANY} local.keep[var.env] * 2`)),
  'a number in a conditional': encoded(rule(`${ANY} var.env == "test" ? 5 : local.keep[var.env]`)),
  'a number of a group': encoded(rule(`${ANY} local.groups[var.env].keep`)),
  'a number, rounded': encoded(rule(`${ANY} floor(local.keep[var.env])`)),
  'a number, minus': encoded(rule(`${ANY} -local.less[var.env]`)),
  'a number in quotes': encoded(rule(`${ANY} tonumber("\${local.keep[var.env]}")`)),
  'a kind of count': encoded(
    rule('tagStatus = "any", countType = local.types[var.env], countNumber = 1, countUnit = "days"'),
  ),
  'a list of tags': encoded(rule(`tagPatternList = local.tags[var.env], tagStatus = "tagged", ${ANY.slice(19)} 5`)),
  'a whole text': 'local.texts[var.env]',
  'a number in a heredoc': HEREDOC('${local.keep[var.env]}'),
  'a null in a heredoc': HEREDOC('${local.nulls[var.env]}'),
  'a null': encoded(rule(`${ANY} local.nulls[var.env]`)),
  'a list of rules': 'jsonencode({ rules = local.rules[var.env] })',
};

function module(policy: string, guard: string, dev = '0', document = ''): string {
  return `variable "env" { type = string }
locals {
  keep   = { dev = ${dev}, prod = 30 }
  less   = { dev = ${dev}, prod = -30 }
  groups = { dev = { keep = ${dev} }, prod = { keep = 30 } }
  types  = { dev = "", prod = "sinceImagePushed" }
  tags   = { dev = [], prod = ["v*"] }
  nulls  = { dev = null, prod = 30 }
  rules  = { dev = [], prod = [${rule(`${ANY} 30`)}] }
  texts  = { dev = "", prod = ${encoded(rule(`${ANY} 30`))} }
}
${document}resource "aws_ecr_lifecycle_policy" "p" {
  ${guard}
  repository = "app"
  policy     = ${policy}
}
`;
}

const GUARDS = [
  'count = var.env == "dev" ? 0 : 1',
  'for_each = var.env == "dev" ? toset([]) : toset(["app"])',
  'for_each = toset([for e in [var.env] : e if e != "dev"])',
];

describe('a value that a key chooses, and a guard that keeps one key out', () => {
  it.each(Object.entries(GUARDED))('%s is let be', (_, policy) => {
    for (const guard of GUARDS) expect(ruleIds(module(policy, guard))).toEqual([]);
  });

  it('so it is in a document', () => {
    const policy = 'data.aws_ecr_lifecycle_policy_document.d.json';
    for (const guard of GUARDS) {
      expect(ruleIds(module(policy, guard, '0', DOCUMENT('local.keep[var.env]')))).toEqual([]);
    }
  });

  it('is told where every key gives it', () => {
    const text = module(encoded(rule(`${ANY} { dev = 0, test = 0 }[var.env]`)), '');
    expect(ruleIds(text)).toEqual(['error policy-number-range', 'error policy-number-range']);
  });

  it('is told where a conditional spells it', () => {
    const text = module(encoded(rule(`${ANY} var.env == "dev" ? 0 : 30`)), '');
    expect(ruleIds(text)).toEqual(['error policy-number-range']);
  });

  it('is told inside a rule that a key chooses', () => {
    const text = module(encoded(`{ dev = ${rule(`${ANY} 0`)}, prod = ${rule(`${ANY} 3`)} }[var.env]`), '');
    expect(ruleIds(text)).toEqual(['error policy-number-range']);
  });
});
