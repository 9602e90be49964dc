locals {
  word = "rulePriority"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "keys/all"
  policy = jsonencode({
    "rules" = [
      {
        (local.word) = 1 // in parentheses
        "description" : "colon and quotes",
        selection = {
          "tag${"Status"}" = "any" # put together
          ("countType")    = "imageCountMoreThan"
          countNumber : 7,
        },
        /* an action */ action = { "type" : "expire" }
      } /* no comma */
      , # here it is
    ]
  })
}
