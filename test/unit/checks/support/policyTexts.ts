export const heredoc = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<-EOF
${json}
  EOF
}
`;

export const quoted = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = ${JSON.stringify(json)}
}
`;

export const RULE =
  '{"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1}, "action": {"type": "expire"}}';
