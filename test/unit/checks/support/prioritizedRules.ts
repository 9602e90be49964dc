/** One line for each rule. */
export function policy(...rules: readonly string[]): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
${rules.map((rule) => `    ${rule}`).join('\n')}
  ] })
}
`;
}

const COUNT = 'countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },';

export const untagged = (priority: number | string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "untagged", ${COUNT}`;

export const any = (priority: number | string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "any", ${COUNT}`;

export const tagged = (priority: number | string, prefix: string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "tagged", tagPrefixList = ["${prefix}"], ${COUNT}`;

export const archived = (priority: number | string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "any", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90 }, action = { type = "expire" } },`;
