import { describe, expect, it } from 'vitest';
import { labelsAt } from './cursor.ts';

const BEFORE = `variable "days" {
  type = number
}

`;
const AFTER = `

resource "aws_ecr_repository" "after" {
  name                 = "after"
  image_tag_mutability = "IMMUTABLE"
}

output "url" {
  value = aws_ecr_repository.after.repository_url
}
`;

const POLICIES = {
  'jsonencode over lines': `resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.after.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Old images"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus    = "any"
          countType    = "sinceImageTransitioned"
          storageClass = "archive"
          countUnit    = "days"
          countNumber  = var.days
        }
        action = { type = "expire" }
      },
    ]
  })
}`,
  'jsonencode in short': `resource "aws_ecr_lifecycle_policy" "p" {
  policy = jsonencode({
    rules = [
      { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days" }, action = { type = "expire" } },
      { "rulePriority" : 2, "selection" : { "tagStatus" : "any", "countType" : "imageCountMoreThan" }, "action" : { "type" : "expire" } },
    ]
  })
  repository = "app"
}`,
  'a heredoc': `resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.after.name
  policy     = <<EOF
{
  "rules": [
    {
      "rulePriority": 1,
      "description": "Keep \${var.days} days",
      "selection": {
        "tagStatus": "untagged",
        "countType": "sinceImagePushed",
        "countUnit": "days",
        "countNumber": \${var.days}
      },
      "action": {
        "type": "expire"
      }
    },
    { "rulePriority": 2, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan" }, "action": { "type": "expire" } }
  ]
}
EOF
}`,
  'an indented heredoc': `resource "aws_ecr_lifecycle_policy" "p" {
  policy = <<-POLICY
    {
      "rules": [
        {
          "rulePriority": 1,
          "selection": { "tagStatus": "any", "countType": "sinceImagePulled", "countUnit": "days", "countNumber": 90 },
          "action": { "type": "transition", "targetStorageClass": "archive" }
        }
      ]
    }
  POLICY
  repository = "app"
}`,
} as const;

const VALUE = /(?:tagStatus|countType|countUnit|storageClass|type|targetStorageClass)"?\s*[=:]\s*"(\w+)"/g;

/** Keys that begin a line, with their indentation and an opening quote. */
const KEY = /^( *"?)(\w+)"?\s*[=:] /gm;
const POLICY_KEYS = new Set([
  'rules',
  'rulePriority',
  'description',
  'selection',
  'action',
  'tagStatus',
  'countType',
  'countUnit',
  'countNumber',
  'storageClass',
  'type',
]);

/** What is still missing while the value is typed: the name of the case, and how much of the rest exists. */
const STATES: readonly (readonly [string, (rest: string) => string])[] = [
  ['everything behind is there', (rest) => rest],
  ['the closing quote is missing and the line ends', (rest) => rest.slice(rest.indexOf('\n'))],
  ['the rest of the policy is missing', () => '\n'],
  ['the rest of the policy is missing but the brace of the block', () => '\n}'],
];

describe.each(Object.entries(POLICIES))('%s', (_, policy) => {
  const values = [...policy.matchAll(VALUE)].map((match) => ({
    value: match[1] ?? '',
    end: match.index + match[0].length - 1,
  }));

  it.each(STATES)('offers each value while %s', (_state, restOf) => {
    const missing = values.flatMap(({ value, end }) => {
      const start = end - value.length;
      return [start, start + 2].flatMap((cursor) => {
        const rest = restOf(policy.slice(end));
        const text = `${BEFORE}${policy.slice(0, cursor)}$0${rest}${AFTER}`;
        return labelsAt(text).includes(value)
          ? []
          : [`${value} at ${policy.slice(0, cursor).split('\n').length}:${cursor - start}`];
      });
    });
    expect(values.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  const keys = [...policy.matchAll(KEY)]
    .map((match) => ({ key: match[2] ?? '', start: match.index + (match[1] ?? '').length }))
    .filter(({ key }) => POLICY_KEYS.has(key));

  it.each(STATES.slice(1))('offers each key while %s', (_state, restOf) => {
    const missing = keys.flatMap(({ key, start }) =>
      [start, start + 2].flatMap((cursor) => {
        const text = `${BEFORE}${policy.slice(0, cursor)}$0${restOf(policy.slice(start))}${AFTER}`;
        return labelsAt(text).includes(key)
          ? []
          : [`${key} at ${policy.slice(0, cursor).split('\n').length}:${cursor - start}`];
      }),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});
