locals {
  table = csvdecode(<<CSV
prefix,keep
v,30
pr-,5
CSV
  )
  keep = { for row in local.table : row.prefix => tonumber(row.keep) }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "csv/table"
  policy = jsonencode({ rules = [for prefix, keep in local.keep : {
    rulePriority = index(keys(local.keep), prefix) + 1
    selection    = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = keep }
    action       = { type = "expire" }
  }] })
}
