export const policy = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [{
${rule}
  }] })
}
`;

export const SELECTION = 'selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 1 }';

export const ACTION = 'action = { type = "expire" }';

export const complete = (extra: string) => policy(`    rulePriority = 1\n    ${SELECTION}\n    ${ACTION}\n${extra}`);
