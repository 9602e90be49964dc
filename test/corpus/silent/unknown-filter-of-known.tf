variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/filter-of-known"
  policy = jsonencode({ rules = [
    for i, r in [
      { enabled = var.x, status = "any", keep = 9 },
      { enabled = !var.x, status = "any", keep = 5 },
      { enabled = true, status = "untagged", keep = 5 },
    ] : { rulePriority = r.status == "any" ? 90 : i + 1, selection = { tagStatus = r.status, countType = "imageCountMoreThan", countNumber = r.keep }, action = { type = "expire" } } if r.enabled
  ] })
}
