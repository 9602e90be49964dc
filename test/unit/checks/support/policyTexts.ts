export const heredoc = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = <<-EOF
${json}
  EOF
}
`;

export const quoted = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = ${JSON.stringify(json)}
}
`;

export const RULE =
  '{"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1}, "action": {"type": "expire"}}';
