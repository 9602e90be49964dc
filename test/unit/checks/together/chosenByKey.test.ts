import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const VARIABLES = 'variable "env" {\n  type = string\n}\nvariable "n" {\n}\n';

const encoded = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode({ rules = [${rule}] })
}
`;
const json = (key: string, value: string) => {
  const keys: Record<string, string> = {
    rulePriority: '1',
    tagStatus: '"any"',
    countType: '"imageCountMoreThan"',
    countNumber: '5',
    type: '"expire"',
    [key]: value,
  };
  return encoded(
    `{ rulePriority = ${keys['rulePriority']}, selection = { tagStatus = ${keys['tagStatus']}, countType = ${keys['countType']}, countNumber = ${keys['countNumber']} }, action = { type = ${keys['type']} } }`,
  );
};
const made = (key: string, value: string, isSent: boolean) => {
  const keys: Record<string, string> = {
    priority: '1',
    tag_status: '"any"',
    count_type: '"imageCountMoreThan"',
    count_number: '5',
    [key]: value,
  };
  const sent = isSent
    ? 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = data.aws_ecr_lifecycle_policy_document.d.json\n}\n'
    : '';
  return `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = ${keys['priority']}
    selection {
      tag_status   = ${keys['tag_status']}
      count_type   = ${keys['count_type']}
      count_number = ${keys['count_number']}
    }
  }
}
${sent}`;
};
const inHeredoc = (status: string, count: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<-EOT
    {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "${status}", "countType": "imageCountMoreThan", "countNumber": ${count}}, "action": {"type": "expire"}}]}
  EOT
}
`;
const hole = (value: string) => `\${${value}}`;
const repository = (argument: string, value: string) => `resource "aws_ecr_repository" "r" {
  name                 = ${argument === 'name' ? value : '"team/app"'}
  image_tag_mutability = ${argument === 'image_tag_mutability' ? value : '"IMMUTABLE"'}
}
`;
const scanned = (type: string) =>
  `resource "aws_ecr_registry_scanning_configuration" "s" {\n  scan_type = ${type}\n}\n`;

/** A place for a value: the code around it, two values that are wrong there and one that is right. */
const PLACES: Readonly<Record<string, readonly [(value: string) => string, string, string, string]>> = {
  'a status': [(value) => json('tagStatus', value), '"foo"', '"bar"', '"untagged"'],
  'a count': [(value) => json('countNumber', value), '0', '-1', '3'],
  'a kind of count': [(value) => json('countType', value), '"days"', '"count"', '"imageCountMoreThan"'],
  'a priority': [(value) => json('rulePriority', value), '0', '-3', '2'],
  'an action': [(value) => json('type', value), '"delete"', '"remove"', '"expire"'],
  'a status of a document': [(value) => made('tag_status', value, true), '"foo"', '"bar"', '"untagged"'],
  'a count of a document': [(value) => made('count_number', value, true), '0', '-1', '3'],
  'a kind of count of a document alone': [
    (value) => made('count_type', value, false),
    '"a"',
    '"b"',
    '"imageCountMoreThan"',
  ],
  'a count of a document alone': [(value) => made('count_number', value, false), '0', '-1', '3'],
  'a count in a heredoc': [(value) => inHeredoc('any', hole(value)), '0', '-1', '3'],
  'a status in a heredoc': [(value) => inHeredoc(hole(value), '3'), '"foo"', '"bar"', '"untagged"'],
  'a name': [(value) => repository('name', value), '"Team/A"', '"-a"', '"team/a"'],
  'a mutability': [(value) => repository('image_tag_mutability', value), '"IMUTABLE"', '"none"', '"MUTABLE"'],
  'a kind of scan': [scanned, '"basic"', '"FULL"', '"BASIC"'],
};

const local = (members: string) => `locals {\n  chosen = { ${members} }\n}\n`;

/** How an unknown key chooses: the expression, and the code around it. */
const CHOICES: Readonly<Record<string, (one: string, other: string) => readonly [string, string]>> = {
  'in place': (one, other) => [`{ dev = ${one}, prod = ${other} }[var.env]`, ''],
  'by lookup': (one, other) => [`lookup({ dev = ${one}, prod = ${other} }, var.env)`, ''],
  'by lookup with a fallback': (one, other) => [`lookup({ dev = ${one} }, var.env, ${other})`, ''],
  'of a local': (one, other) => ['local.chosen[var.env]', local(`dev = ${one}, prod = ${other}`)],
  'of a local, of an object': (one, other) => [
    'local.chosen[var.env].value',
    local(`dev = { value = ${one} }, prod = { value = ${other} }`),
  ],
};

const CASES = Object.entries(PLACES).flatMap(([place, [code, one, other, right]]) =>
  Object.entries(CHOICES).map(([choice, write]) => {
    const text = (first: string, second: string) => {
      const [value, beside] = write(first, second);
      return VARIABLES + beside + code(value);
    };
    return { place, choice, text, one, other, right };
  }),
);

const errorsOf = (text: string) => ruleIds(text).filter((found) => found.startsWith('error'));

describe('a plain value that a key chooses which is not known', () => {
  it.each(CASES)('is told where all are wrong: $place $choice', ({ text, one, other }) => {
    expect(errorsOf(text(one, other))).toHaveLength(2);
  });

  it.each(CASES)('is let be where one is right, or not known: $place $choice', ({ text, one, other, right }) => {
    expect(errorsOf(text(right, other))).toEqual([]);
    expect(errorsOf(text(one, right))).toEqual([]);
    expect(errorsOf(text(one, 'var.n'))).toEqual([]);
    expect(errorsOf(text('var.n', 'var.n'))).toEqual([]);
  });

  it('is told once of a name that it is a part of', () => {
    for (const choice of ['{ a = "A", b = "B" }[var.env]', 'lookup({ a = "A" }, var.env, "B")', 'var.n ? "A" : "B"']) {
      expect(errorsOf(VARIABLES + repository('name', `"team/${hole(choice)}/web"`))).toEqual(['error repository-name']);
    }
    for (const choice of ['{ a = "A", b = "b" }[var.env]', 'lookup({ a = "a" }, var.env, "B")']) {
      expect(errorsOf(VARIABLES + repository('name', `"team/${hole(choice)}/web"`))).toEqual([]);
    }
  });

  it('is let be where two choices would have to be combined', () => {
    const text = `${VARIABLES}${encoded(
      '{ rulePriority = 1, selection = { tagStatus = { a = "tagged", b = "any" }[var.env], tagPrefixList = { a = ["v"], b = null }[var.env], countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }',
    )}`;
    expect(errorsOf(text)).toEqual([]);
  });

  it('does not hide what is wrong whatever is chosen', () => {
    const text = `${VARIABLES}${encoded(
      '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = { a = 3, b = 0 }[var.env] } }',
    )}`;
    expect(errorsOf(text)).toEqual(['error policy-missing-key']);
  });
});

describe('a plain value that a condition chooses which is not known', () => {
  it.each([
    ['name', '"Team/A"', '"team/a"'],
    ['image_tag_mutability', '"IMUTABLE"', '"MUTABLE"'],
  ])('is told for each branch: %s', (argument, wrong, right) => {
    expect(errorsOf(VARIABLES + repository(argument, `var.n ? ${right} : ${wrong}`))).toHaveLength(1);
    expect(errorsOf(VARIABLES + repository(argument, `var.n ? ${wrong} : ${right}`))).toHaveLength(1);
    expect(errorsOf(VARIABLES + repository(argument, `var.n ? ${right} : ${right}`))).toEqual([]);
    expect(errorsOf(VARIABLES + repository(argument, `var.n ? ${right} : ""`))).toEqual([]);
    expect(errorsOf(VARIABLES + repository(argument, `var.n ? ${right} : var.env`))).toEqual([]);
  });
});
