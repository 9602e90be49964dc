/** A document that is small but costly to examine: its files, by name. */
export interface HostileDocument {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const RULE_REST =
  'selection = { tagStatus = "tagged", tagPatternList = ["v*"], countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }';

const rules = (count: number): string =>
  `[${times(count, (index) => `{ rulePriority = ${index + 1}, ${RULE_REST} }`).join(',\n')}]`;

/** This many resources that use an expression's value. */
export const policies = (count: number, expression: string): string =>
  times(
    count,
    (index) =>
      `resource "aws_ecr_lifecycle_policy" "p${index}" {\n  repository = "r${index}"\n  policy = ${expression}\n}\n`,
  ).join('');

const DOCUMENT = 'data "aws_ecr_lifecycle_policy_document" "d"';

const documentRule = (priority: number | string): string =>
  `  rule {\n    priority = ${priority}\n    selection {\n      tag_status = "untagged"\n      count_type = "imageCountMoreThan"\n      count_number = 5\n    }\n  }\n`;

/** This many access policies of an expression's value, the names counted from `first`. */
const accessPolicies = (count: number, expression: string, first = 0): string =>
  times(
    count,
    (index) =>
      `resource "aws_ecr_repository_policy" "a${first + index}" {\n  repository = "r${first + index}"\n  policy = ${expression}\n}\n`,
  ).join('');

const statementFor = (account: (index: number) => number) => (index: number) =>
  `{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${100_000_000_000 + account(index)}:root" }, Action = ["ecr:BatchGetImage", "ecr:PutImage"] }`;

const STATEMENT_BLOCK =
  '  statement {\n    actions = ["ecr:BatchGetImage"]\n    principals {\n      type = "AWS"\n      identifiers = ["arn:aws:iam::111111111111:root"]\n    }\n  }\n';

/** Documents under 100 KB that share parts in every way that a module can. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  single(
    '500 policies that share 300 rules',
    () => `locals {\n  p = jsonencode({ rules = ${rules(300)} })\n}\n${policies(500, 'local.p')}`,
  ),
  single(
    '900 policies that share 4,096 items',
    () =>
      `locals {\n  a = [for x in setproduct(range(64), range(64)) : { rulePriority = x[0], ${RULE_REST} }]\n}\n${policies(900, 'jsonencode({ rules = local.a })')}`,
  ),
  single(
    '700 dynamic blocks over a range',
    () =>
      `${DOCUMENT} {\n${times(700, () => '  dynamic "rule" {\n    for_each = range(1000)\n    content {\n      priority = rule.value + 1\n    }\n  }\n').join('')}}\n${policies(1, 'data.aws_ecr_lifecycle_policy_document.d.json')}`,
  ),
  single(
    '200 policies of one document with 500 rules',
    () =>
      `${DOCUMENT} {\n${times(500, (index) => documentRule(index + 1)).join('')}}\n${policies(200, 'data.aws_ecr_lifecycle_policy_document.d.json')}`,
  ),
  single('4,096 rules of a product', () =>
    policies(1, `jsonencode({ rules = [for x in setproduct(range(64), range(64)) : { rulePriority = x[0] }] })`),
  ),
  single('20,000 nested templates', () => policies(1, `${'"${'.repeat(20_000)}1${'}"'.repeat(20_000)}`)),
  single('nested loops', () =>
    policies(
      1,
      'jsonencode({ rules = [for a in range(200) : [for b in range(200) : [for c in range(200) : a + b + c]]] })',
    ),
  ),
  single(
    'a chain of merges',
    () =>
      `locals {\n  a0 = { x = 1 }\n${times(40, (index) => `  a${index + 1} = merge(local.a${index}, { "k${index}" = local.a${index} })\n`).join('')}}\n${policies(20, 'jsonencode(local.a40)')}`,
  ),
  single(
    'locals that refer to all before them',
    () =>
      `locals {\n${times(120, (index) => `  a${index} = [${times(index, (other) => `local.a${other}`).join(', ')}]\n`).join('')}}\n${policies(5, 'jsonencode(local.a119)')}`,
  ),
  single(
    'a mesh of references',
    () =>
      `locals {\n${times(30, (row) => times(30, (column) => `  a${row}_${column} = var.v == 1 ? [${row === 0 ? '1' : times(8, (other) => `local.a${row - 1}_${other}`).join(', ')}] : []\n`).join('')).join('')}}\nvariable "v" {}\n${policies(5, 'jsonencode(local.a29_0)')}`,
  ),
  mesh(30),
  single(
    'documents that merge the twelve before them',
    () =>
      `${times(120, (index) => `data "aws_iam_policy_document" "d${index}" {\n  source_policy_documents = [${times(Math.min(index, 12), (other) => `data.aws_iam_policy_document.d${index - other - 1}.json`).join(', ')}]\n  statement {\n    actions = ["ecr:*"]\n  }\n}\n`).join('')}resource "aws_ecr_repository_policy" "p" {\n  repository = "x"\n  policy = data.aws_iam_policy_document.d119.json\n}\n`,
  ),
  single(
    'an access policy of 400 statements about one principal',
    () =>
      `${accessPolicies(
        1,
        `jsonencode({ Statement = [${times(
          400,
          statementFor(() => 1),
        ).join(', ')}] })`,
      )}`,
  ),
  single(
    '700 access policies that share 200 statements about one principal',
    () =>
      `locals {\n  p = jsonencode({ Statement = [${times(
        200,
        statementFor(() => 1),
      ).join(', ')}] })\n}\n${accessPolicies(700, 'local.p')}`,
  ),
  single(
    '700 access policies that share 200 statements about as many principals',
    () =>
      `locals {\n  p = jsonencode({ Statement = [${times(
        200,
        statementFor((index) => index),
      ).join(', ')}] })\n}\n${accessPolicies(700, 'local.p')}`,
  ),
  single(
    '600 access policies of one document with 200 statements',
    () =>
      `data "aws_iam_policy_document" "d" {\n${STATEMENT_BLOCK.repeat(200)}}\n${accessPolicies(600, 'data.aws_iam_policy_document.d.json')}`,
  ),
  single(
    '150 documents that merge one of 100 statements',
    () =>
      `data "aws_iam_policy_document" "base" {\n${STATEMENT_BLOCK.repeat(100)}}\n${times(150, (index) => `data "aws_iam_policy_document" "d${index}" {\n  source_policy_documents = [data.aws_iam_policy_document.base.json]\n${STATEMENT_BLOCK}}\n${accessPolicies(1, `data.aws_iam_policy_document.d${index}.json`, index)}`).join('')}`,
  ),
  {
    name: '400 calls of a module with 60 policies',
    files: {
      'main.tf': times(400, (index) => `module "m${index}" {\n  source = "./m"\n  v = "x${index}"\n}\n`).join(''),
      'm/main.tf': `variable "v" {}\n${policies(60, 'var.v')}`,
    },
  },
];

function mesh(count: number): HostileDocument {
  const files: Record<string, string> = {
    'main.tf': times(count, (index) => `module "m${index}" {\n  source = "./m/m${index}"\n  v = "x"\n}\n`).join(''),
  };
  for (let index = 0; index < count; index += 1) {
    const calls = times(count, (other) => `module "c${other}" {\n  source = "../m${other}"\n  v = var.v\n}\n`);
    files[`m/m${index}/main.tf`] = `variable "v" {}\n${calls.join('')}${policies(1, 'var.v')}`;
  }
  return { name: 'a mesh of 30 modules that call each other', files };
}

function single(name: string, text: () => string): HostileDocument {
  return { name, files: { 'main.tf': text() } };
}

function times(count: number, text: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => text(index));
}
