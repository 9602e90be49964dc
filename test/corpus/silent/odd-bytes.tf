# A byte order mark, tabs and no newline at the end.
resource "aws_ecr_lifecycle_policy" "p" {
	repository = "odd/bytes"
	policy	=	jsonencode({rules=[{rulePriority=1,selection={tagStatus="any",countType="imageCountMoreThan",countNumber=3},action={type="expire"}}]})
}