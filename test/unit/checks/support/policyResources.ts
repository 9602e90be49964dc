export const REST =
  'policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })';

export function policy(name: string, repository: string, before = ''): string {
  return `resource "aws_ecr_lifecycle_policy" "${name}" {\n${before}  repository = ${repository}\n  ${REST}\n}\n`;
}

export const APP = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
