variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/heredoc-conditional-rules"
  policy = <<JSON
{ "rules": [
%{if var.x == "strict"~}
  { "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" } }
%{else~}
  { "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 9 }, "action": { "type": "expire" } }
%{endif~}
] }
JSON
}
