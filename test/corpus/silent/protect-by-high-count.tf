resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/protected"
  policy = jsonencode({
    rules = concat(
      [
        for index, prefix in ["release", "hotfix"] : {
          rulePriority = index + 1
          description  = "Protect ${prefix}"
          selection = {
            tagStatus     = "tagged"
            tagPrefixList = [prefix]
            countType     = "imageCountMoreThan"
            countNumber   = 999999
          }
          action = { type = "expire" }
        }
      ],
      [
        {
          rulePriority = 100
          selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 500 }
          action       = { type = "expire" }
        }
      ]
    )
  })
}
