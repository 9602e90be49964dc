# Dollar and percent signs that are no templates.
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "escaped/one"
  policy     = <<-EOT
    { "rules": [
      { "rulePriority": 1, "description": "Costs $5, 10% of $${BUDGET} and %%{more}", "selection": { "tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" } },
      { "rulePriority": 2, "description": "A \"quoted\" word, a tab\t, \u00e9 and \\ ${"}"}", "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" } }
    ] }
    EOT
}
resource "aws_ecr_lifecycle_policy" "q" {
  repository = "escaped/two"
  policy = jsonencode({ rules = [{
    rulePriority = 1, description = "$${x} %%{y} \"z\" \u00fc 🐳 日本"
    selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }
    action       = { type = "expire" }
  }] })
}
