variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/heredoc-holes"
  policy = <<-JSON
    ${var.x}
    {
      ${var.x}
      "rules": [
        ${join(",\n", [for t in var.list : jsonencode(t)])}
        { "rulePriority": 1${var.x}, "description": "${var.x}", "selection": { "tagStatus": "any"${var.x}, "countType": "${var.x}", "countNumber": 3 }, "action": { "type": "expire" ${var.x} } }
        %{if var.x}, { "rulePriority": 1, "selection": ${var.x}, "action": { ${var.x}: "expire" } }%{endif}
        ${var.x == null ? "" : ","} ${var.x}
      ]
      %{for t in var.list}, "${t}": 1 %{endfor}
    }
    ${var.x}
  JSON
}
