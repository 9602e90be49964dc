# The registry. /* not a block comment */
resource "aws_ecr_lifecycle_policy" "p" { // trailing
  /* the repository
     of the team */
  repository = "team/comments" # name
  policy = jsonencode({ # encoded
    rules = [ // all of them
      {
        rulePriority = 1 # first
        # selection follows
        selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 } /* end */
        action    = { type = "expire" }
      }, # last
    ]
  })
}
