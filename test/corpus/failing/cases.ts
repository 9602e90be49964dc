/** Code with an expression that may fail in an argument of an ECR block; Terraform says which do. */
export interface FailingCase {
  readonly place: string;
  readonly expression: string;
  readonly text: string;
}

const SURROUNDINGS = `variable "flag" {
  type = bool
}
variable "numbers" {
  type = map(number)
}
variable "any" {
}
locals {
  o    = { keep = 5, list = [1, 2], name = "api" }
  many = "many"
}
`;

const document = (rule: string, selection: string) => `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
${rule}
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
${selection}
    }
  }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/api"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`;
const resource = (type: string, body: string) => `resource "${type}" "r" {\n${body}\n}\n`;
const repository = (body: string) => resource('aws_ecr_repository', body);

/** Where an expression for a number is allowed. */
const NUMBERS: Readonly<Record<string, (expression: string) => string>> = {
  'count_number of a document': (e) => document('    priority = 1', `      count_number = ${e}`),
  'priority of a document': (e) => document(`    priority = ${e}`, '      count_number = 5'),
  'tags of a repository': (e) => repository(`  name = "team/api"\n  tags = { keep = ${e} }`),
};

/** Where an expression for a text is allowed. */
const TEXTS: Readonly<Record<string, (expression: string) => string>> = {
  'description of a document': (e) => document(`    priority    = 1\n    description = ${e}`, '      count_number = 5'),
  'name of a repository': (e) => repository(`  name = ${e}`),
  'policy of a repository': (e) =>
    resource(
      'aws_ecr_repository_policy',
      `  repository = "team/api"\n  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = ${e}, Effect = "Allow", Principal = { AWS = "111122223333" }, Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"] }] })`,
    ),
  'repository of a policy': (e) =>
    resource('aws_ecr_repository_policy', `  repository = ${e}\n  policy     = jsonencode({ Statement = [] })`),
  'argument of a nested block': (e) =>
    repository(
      `  name = "team/api"\n  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key         = ${e}\n  }`,
    ),
};

/** Where an expression for a boolean, or for a collection, is allowed. */
const OTHERS: Readonly<Record<string, (expression: string) => string>> = {
  'force_delete of a repository': (e) => repository(`  name         = "team/api"\n  force_delete = ${e}`),
  'argument in a block made once': (e) =>
    repository(
      `  name = "team/api"\n  dynamic "image_scanning_configuration" {\n    for_each = [1]\n    content {\n      scan_on_push = ${e}\n    }\n  }`,
    ),
};

const FAILING_NUMBERS = [
  'tonumber("x")',
  'tonumber(local.many)',
  '[1][5]',
  '0 / 0',
  '"a" + 1',
  'null + 1',
  'local.o.zz',
  'local.o["zz"]',
  'local.o.list[7]',
  'local.o.keep.deeper',
  'length(5)',
  'element([], 0)',
  'index(["a"], "b")',
  'max()',
  'one([1, 2])',
  'parseint("z", 10)',
  'ceil("x")',
];

const FAILING_TEXTS = [
  'jsondecode("{")',
  'jsondecode("{").name',
  'file("absent.txt")',
  '"x${null}"',
  '"x${local.o}"',
  'regex("x", "y")',
  'join(",", "a")',
  'lookup({}, "a")',
  'format("%d", "x")',
  'coalesce(null, "")',
  'base64decode("!")',
  'substr("abc", 0)',
  'local.o.name.first',
  'keys("a")[0]',
  'nowhere',
  'split(",", "a,b")[2]',
  'tostring([])',
  'local.o.keep > 3 ? tostring({}) : "a"',
  'jsonencode(1 / 0)',
  'jsonencode({ a = [-1 / 0] })',
];

const FAILING_OTHERS = [
  '!"maybe"',
  'tobool("on")',
  'local.o.on',
  '"a" && true',
  'contains("a", "b")',
  'alltrue([1, "x"])',
];

const NOT_FAILING_NUMBERS = [
  'try(tonumber("x"), 5)',
  'can(local.o.zz) ? 4 : 5',
  'local.o.keep > 9 ? tonumber("x") : 5',
  'var.flag ? tonumber("x") : 5',
  'var.numbers["zz"]',
  'var.any.zz',
  'tonumber(var.any)',
  'lookup(local.o, "zz", 5)',
  'coalesce(null, 5)',
  '[for number in [1, 2] : number][1]',
  'max([3, 4]...)',
  '5 % 0',
  '1 / 0 > 5 ? 4 : 5',
];

const NOT_FAILING_TEXTS = [
  'try(file("absent.txt"), "abc")',
  'fileexists("absent.txt") ? file("absent.txt") : "abc"',
  'jsondecode(var.any).name',
  '"x${var.any}"',
  'format("%s-%s", local.o.name, var.any)',
  'join("-", [for each in ["a", "b"] : each])',
  'replace(local.o.name, "/[^a-z]/", "")',
  'split(",", var.any)[2]',
  'one(aws_ecr_repository.elsewhere[*].name)',
];

const NOT_FAILING_OTHERS = ['tobool("true")', '!var.flag', 'var.any && true', 'anytrue([])', 'can(tobool("on"))'];

function casesOf(
  places: Readonly<Record<string, (expression: string) => string>>,
  expressions: readonly string[],
): readonly FailingCase[] {
  return Object.entries(places).flatMap(([place, code]) =>
    expressions.map((expression) => ({
      place,
      expression,
      text: SURROUNDINGS + code(expression) + elsewhere(expression),
    })),
  );
}

function elsewhere(expression: string): string {
  return expression.includes('elsewhere')
    ? 'resource "aws_ecr_repository" "elsewhere" {\n  count = var.flag ? 1 : 0\n  name  = "team/other"\n}\n'
    : '';
}

const looped = (argument: string, e: string) =>
  `${SURROUNDINGS}${repository(`  ${argument}\n  name = "team/\${${e}}"`)}`;

/** `each` and `count` in blocks with and without the argument that defines them. */
const INSTANCES: readonly FailingCase[] = [
  ['', 'each.value'],
  ['', 'each.key'],
  ['', 'count.index'],
  ['', 'try(each.value, "a")'],
  ['', 'join("-", [for value in ["a"] : each.key])'],
  ['count = 2', 'each.key'],
  ['for_each = toset(["a"])', 'count.index'],
  ['for_each = toset(["a"])', 'each.key'],
  ['for_each = { a = { name = "b" } }', 'each.value.name'],
  ['for_each = var.numbers', 'each.value'],
  ['count = 2', 'count.index'],
  ['count = var.flag ? 1 : 0', 'count.index'],
  ['', 'join("-", [for each in [{ value = "a" }] : each.value])'],
].map(([argument = '', expression = '']) => ({
  place: argument === '' ? 'name of the only instance' : `name beside ${argument}`,
  expression,
  text: looped(argument, expression),
}));

export const FAILING_CASES: readonly FailingCase[] = [
  ...casesOf(NUMBERS, [...FAILING_NUMBERS, ...NOT_FAILING_NUMBERS]),
  ...casesOf(TEXTS, [...FAILING_TEXTS, ...NOT_FAILING_TEXTS]),
  ...casesOf(OTHERS, [...FAILING_OTHERS, ...NOT_FAILING_OTHERS]),
  ...INSTANCES,
];
