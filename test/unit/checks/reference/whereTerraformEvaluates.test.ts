import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'reference-attribute';
const INPUTS = `variable "obj" {
  type = object({ a = string })
}
variable "list" {
  type = list(object({ name = string }))
}
variable "m" {
  type = map(object({ n = string }))
}
variable "on" {
  type = bool
}
`;
const repository = (args: string) => `${INPUTS}resource "aws_ecr_repository" "r" {\n  name = "app"\n  ${args}\n}\n`;
const tag = (value: string) => repository(`tags = { q = ${value} }`);
const encryption = (forEach: string, type = '"KMS"') =>
  repository(
    `dynamic "encryption_configuration" {\n    for_each = ${forEach}\n    content {\n      encryption_type = ${type}\n    }\n  }`,
  );
const MANY = 'resource "aws_ecr_repository" "m" {\n  for_each = toset(["api", "web"])\n  name     = each.key\n}\n';
const SOME = `${INPUTS}resource "aws_ecr_repository" "c" {\n  count = var.on ? 1 : 0\n  name  = "app"\n}\n`;
const ONE = `${INPUTS}resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n`;
const output = (value: string) => `output "x" {\n  value = ${value}\n}\n`;

describe(`${ID} speaks as an error where Terraform is certain to evaluate the reference`, () => {
  it.each([
    ['an argument', tag('var.obj.q')],
    ['a text', tag('"x-${var.obj.q}"')],
    ['a branch that is taken', tag('true ? var.obj.q : "none"')],
    ['a branch that is taken by a local', `locals {\n  on = 1 > 0\n}\n${tag('local.on ? var.obj.q : ""')}`],
    ['the condition itself', tag('var.obj.q == "" ? "a" : "b"')],
    ['a loop over a list that is written out', tag('join(",", [for x in ["a"] : var.obj.q])')],
    ['the collection of a loop', repository('tags = { for k, v in var.obj.q : k => v }')],
    ['a loop over known instances', `${INPUTS}${MANY}${output('[for r in aws_ecr_repository.m : r.nope]')}`],
    ['a loop over their values', `${INPUTS}${MANY}${output('[for r in values(aws_ecr_repository.m) : r.nope]')}`],
    ['a block that is made of a written list', encryption('[1]', 'var.obj.q')],
    ['what for_each of a nested block asks', encryption('var.obj.q')],
    ['a local', `${INPUTS}locals {\n  x = var.obj.q\n}\n${ONE.slice(INPUTS.length)}`],
    ['the elements of a list by splat', tag('join(",", var.list[*].zzz)')],
    ['a schema, even in a branch', ONE + output('var.on ? aws_ecr_repository.a.nope : ""')],
    ['the schema of instances that may be none', SOME + output('aws_ecr_repository.c[*].nope')],
    ['one of them', SOME + output('one(aws_ecr_repository.c[*].nope)')],
    [
      'an instance that a loop names',
      `${INPUTS}${MANY}${output('[for k in ["api", "web"] : aws_ecr_repository.m[k].arn.text if startswith(k, "a")]')}`,
    ],
    ['the schema of an instance, even in a branch', SOME + output('var.on ? aws_ecr_repository.c[0].nope : ""')],
  ])('%s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });
});

describe(`${ID} only warns where a caller decides whether Terraform evaluates the reference`, () => {
  it.each([
    ['a branch', tag('var.on ? var.obj.q : "none"')],
    ['the other branch', tag('var.on ? "none" : var.obj.q')],
    ['a list without an index in a branch', tag('var.on ? var.list.name : "x"')],
    ['a branch of a template', tag('"%{ if var.on }${var.obj.q}%{ endif }"')],
    ['a loop of a template', tag('"%{ for r in var.list }${r.zzz}%{ endfor }"')],
    ['a loop over a list that may be empty', repository('tags = { for r in var.list : r.name => r.zzz }')],
    ['a loop over a map that may be empty', repository('tags = { for k, r in var.m : k => r.zzz }')],
    ['a loop with a condition', `${INPUTS}${MANY}${output('[for r in aws_ecr_repository.m : r.nope if var.on]')}`],
    ['a loop over instances that may be none', SOME + output('[for r in aws_ecr_repository.c : r.nope]')],
    ['the right side of a condition', repository('force_delete = var.on && var.obj.q')],
    ['a nested block that may not be made', encryption('var.on ? [1] : []', 'var.obj.q')],
    ['each.value of a map that may be empty', repository('for_each = var.m\n  tags     = { q = each.value.q }')],
    ['a local in a branch', `${ONE}locals {\n  r = aws_ecr_repository.a\n}\n${output('var.on ? local.r.nope : ""')}`],
    [
      'a text in a branch',
      `${ONE}resource "aws_ecr_repository_policy" "p" {\n  repository = var.on ? "x-\${aws_ecr_repository.a.tags_all}" : "abc"\n  policy     = "{}"\n}\n`,
    ],
  ])('%s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });
});

describe(`${ID} is silent where the code tests what exists, or where Terraform never gets`, () => {
  it.each([
    ['a key under can', repository('tags = can(var.obj["q"]) ? { q = var.obj["q"] } : {}')],
    ['an attribute under can', repository('tags = can(var.obj.q) ? { q = var.obj.q } : {}')],
    ['a loop with can', repository('tags = { for r in var.list : r.name => r.zzz if can(r.zzz) }')],
    ['can inside a loop', repository('tags = { for r in var.list : r.name => can(r.z) ? r.z : "a" }')],
    ['the keys of an object', tag('contains(keys(var.obj), "q") ? var.obj.q : "none"')],
    ['a nested block by can', encryption('can(var.obj.enc) ? [var.obj.enc] : []')],
    ['what such a block holds', encryption('can(var.obj.enc) ? [1] : []', 'var.obj.enc')],
    [
      'for_each of a block by can',
      repository('for_each = { for k, v in var.m : k => v if can(v.q) }\n  tags     = { q = each.value.q }'),
    ],
    ['a branch that is never taken', tag('false ? var.obj.q : "none"')],
    ['a loop over nothing', repository('tags = { for x in [] : "a" => var.obj.q }')],
    ['a nested block that is made of nothing', encryption('[]', 'var.obj.q')],
    ['can before and', repository('force_delete = can(var.obj.q) && var.obj.q')],
    ['can before or', repository('force_delete = !can(var.obj.q) || var.obj.q')],
    ['a local', `${ONE}locals {\n  x = can(var.obj["q"]) ? { q = var.obj["q"] } : {}\n}\n`],
    ['an output', ONE + output('can(var.obj.q) ? var.obj.q : null')],
    ['try', tag('try(var.obj.q, "x")')],
    [
      'try around a text',
      `${ONE}resource "aws_ecr_repository_policy" "p" {\n  repository = try("x-\${aws_ecr_repository.a.tags_all}", "abc")\n  policy     = "{}"\n}\n`,
    ],
  ])('%s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});

describe('references to outputs and instances in a branch', () => {
  it.each([
    ['reference-instance', `${INPUTS}${MANY}${output('aws_ecr_repository.m[*].arn')}`, 'error'],
    ['reference-instance', `${INPUTS}${MANY}${output('var.on ? aws_ecr_repository.m[*].arn : []')}`, 'warning'],
    ['reference-instance', `${INPUTS}${MANY}${output('[for x in var.list : aws_ecr_repository.m[*].arn]')}`, 'warning'],
    ['reference-instance', `${INPUTS}${MANY}${output('var.on ? aws_ecr_repository.m.arn : ""')}`, 'error'],
    ['reference-undeclared', ONE + output('var.on ? local.nope : ""'), 'error'],
  ])('%s of %s', (id, text, severity) => {
    expect(ruleIdsOnly(id, text)).toEqual([`${severity} ${id}`]);
  });
});
