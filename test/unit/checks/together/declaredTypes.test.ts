import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const policy = (variables: string, countNumber: string, around = (rule: string) => `[${rule}]`, more = '') => `
${variables}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  ${more}
  policy = jsonencode({ rules = ${around(`{
    rulePriority = 1
    selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${countNumber} }
    action       = { type = "expire" }
  }`)} })
}
`;

const speaks = (code: string) => ruleIds(code).includes('error policy-value-type');
const variable = (name: string, type: string, more = '') => `variable "${name}" {\n  type = ${type}\n  ${more}\n}`;
const each = (collection: string) => (rule: string) => `[for r in ${collection} : ${rule}]`;

/** A type, an expression of it, the text around the rule, and arguments of the resource. */
type Case = readonly [type: string, value: string, around?: Around | undefined, more?: string];
type Around = (rule: string) => string;

const WRONG: readonly Case[] = [
  ['string', 'var.n'],
  ['string', '"${var.n}"'],
  ['string', '(var.n)'],
  ['string', '"${var.n}0"'],
  ['string', 'upper(var.n)'],
  ['string', 'tostring(var.n)'],
  ['string', 'var.n == "" ? "5" : var.n'],
  ['string', 'coalesce(var.n, 5)'],
  ['string', 'format("%s", var.n)'],
  ['bool', 'var.n'],
  ['list(string)', 'var.n'],
  ['list(string)', 'var.n[0]'],
  ['set(string)', 'one(var.n)'],
  ['list(string)', 'element(var.n, 0)'],
  ['map(string)', 'var.n.keep'],
  ['map(string)', 'var.n["keep"]'],
  ['map(string)', 'lookup(var.n, "keep", 5)'],
  ['map(map(string))', 'var.n["a"].keep'],
  ['object({ keep = string })', 'var.n.keep'],
  ['object({ keep = optional(string, 3) })', 'var.n.keep'],
  ['tuple([number, string])', 'var.n[1]'],
  ['list(map(string))', 'r.keep', each('var.n')],
  ['map(map(string))', 'r.keep', each('var.n')],
  ['set(string)', 'r', each('var.n')],
  ['list(object({ keep = string }))', 'r.keep', each('var.n')],
  ['list(object({ keep = string, m = optional(number, 3) }))', 'r.keep', each('var.n')],
  ['list(object({ keep = string }))', 'r', each('var.n[*].keep')],
  ['list(object({ keep = string }))', 'r', each('[for x in var.n : x.keep]')],
  ['map(string)', 'r', each('values(var.n)')],
  ['map(string)', 'r', each('keys(var.n)')],
  ['map(string)', 'each.value', undefined, 'for_each = var.n'],
  ['map(number)', 'each.key', undefined, 'for_each = var.n'],
  ['set(string)', 'each.value', undefined, 'for_each = var.n'],
  ['list(string)', 'each.value', undefined, 'for_each = toset(var.n)'],
  ['map(object({ keep = string }))', 'each.value.keep', undefined, 'for_each = var.n'],
  ['list(object({ keep = string }))', 'each.value.keep', undefined, 'for_each = { for x in var.n : x.keep => x }'],
];

const SILENT: readonly Case[] = [
  ['number', 'var.n'],
  ['any', 'var.n'],
  ['string', 'tonumber(var.n)'],
  ['string', 'var.n + 1'],
  ['string', 'length(var.n)'],
  ['string', 'try(tonumber(var.n), 5)'],
  ['string', 'parseint(var.n, 10)'],
  ['list(any)', 'var.n[0]'],
  ['map(any)', 'var.n.keep'],
  ['list(number)', 'var.n[0]'],
  ['map(number)', 'lookup(var.n, "keep", 5)'],
  ['map(string)', 'try(var.n.keep, 5)'],
  ['object({ keep = number })', 'var.n.keep'],
  ['object({ keep = optional(number, "3") })', 'var.n.keep'],
  ['tuple([number, string])', 'var.n[0]'],
  ['list(map(number))', 'r.keep', each('var.n')],
  ['list(map(any))', 'r.keep', each('var.n')],
  ['list(map(string))', 'tonumber(r.keep)', each('var.n')],
  ['list(object({ keep = number }))', 'r.keep', each('var.n')],
  ['list(object({ keep = string }))', 'r', each('[for x in var.n : tonumber(x.keep)]')],
  ['map(number)', 'each.value', undefined, 'for_each = var.n'],
  ['any', 'each.value', undefined, 'for_each = var.n'],
  ['string', 'jsondecode(var.n)'],
  ['string', 'jsondecode(var.n).keep'],
  ['string', 'yamldecode(var.n)'],
];

describe('the declared type of a variable', () => {
  for (const [type, value, around, more] of WRONG) {
    it(`${type} makes ${value} no number, whatever its value`, () => {
      expect(speaks(policy(variable('n', type), value, around, more))).toBe(true);
      expect(speaks(policy(variable('n', type, 'nullable = false'), value, around, more))).toBe(true);
    });
  }

  for (const [type, value, around, more] of SILENT) {
    it(`${type} leaves ${value} free`, () => {
      expect(speaks(policy(variable('n', type), value, around, more))).toBe(false);
    });
  }

  const RULE = (number: string, lists = 'tagPrefixList = optional(list(string))') =>
    `object({ rulePriority = number, description = optional(string), selection = object({ tagStatus = string, countType = string, countNumber = ${number}, ${lists} }), action = object({ type = string }) })`;
  const WHOLE: readonly (readonly [type: (rule: string) => string, policy: string])[] = [
    [(rule) => `object({ rules = list(${rule}) })`, 'var.n'],
    [(rule) => `list(${rule})`, '{ rules = var.n }'],
    [(rule) => `set(${rule})`, '{ rules = var.n }'],
    [(rule) => `map(${rule})`, '{ rules = values(var.n) }'],
    [(rule) => `map(${rule})`, '{ rules = [for r in var.n : r] }'],
    [(rule) => `map(${rule})`, '{ rules = [var.n["a"]] }'],
    [(rule) => `list(${rule})`, '{ rules = concat(var.n, []) }'],
    [(rule) => `list(${rule})`, '{ rules = [for r in var.n : merge(r, {})] }'],
    [(rule) => rule, '{ rules = [var.n] }'],
    [(rule) => `map(object({ rules = list(${rule}) }))`, 'var.n["a"]'],
  ];
  for (const [type, value] of WHOLE) {
    it(`${type('R')} tells the keys of ${value}`, () => {
      const code = (rule: string) =>
        `${variable('n', type(rule))}\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode(${value})\n}\n`;
      expect(ruleIds(code(RULE('number')))).toEqual([]);
      expect(ruleIds(code('any'))).toEqual([]);
      if (value.includes('merge')) return;
      expect(speaks(code(RULE('string')))).toBe(true);
      expect(speaks(code(RULE('number', 'tagPrefixList = string')))).toBe(true);
    });
  }

  it('does not make a default known', () => {
    expect(speaks(policy(variable('n', 'number', 'default = 1.5'), 'var.n'))).toBe(false);
    expect(speaks(policy('variable "n" {\n  default = "5"\n}', 'var.n'))).toBe(false);
    expect(speaks(policy(variable('n', 'string', 'default = "5"'), 'var.n'))).toBe(true);
  });

  it('says nothing where a template makes text of it', () => {
    const heredoc = `${variable('n', 'string')}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<EOF
{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": \${var.n} }, "action": { "type": "expire" } }] }
EOF
}
`;
    expect(speaks(heredoc)).toBe(false);
  });

  it('says nothing where the data source converts it', () => {
    const document = `${variable('n', 'string')}
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = var.n
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = var.n
    }
  }
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`;
    expect(speaks(document)).toBe(false);
  });

  it('says nothing where a condition may keep it out', () => {
    expect(speaks(policy(variable('n', 'string'), 'var.n == null ? 5 : tonumber(var.n)'))).toBe(false);
    const guarded = (rule: string) => `[for k, v in { a = var.n } : ${rule} if v != null]`;
    expect(speaks(policy(variable('n', 'string'), '5', guarded))).toBe(false);
  });
});
