variable "service" { type = string }
resource "aws_ecr_repository" "repository" {
  name = var.service
}
data "aws_iam_policy_document" "pull" {
  statement {
    principals {
      type        = "AWS"
      identifiers = [var.reader]
    }
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Repo"
      values   = [aws_ecr_repository.repository.arn]
    }
  }
}
variable "reader" { type = string }
resource "aws_ecr_repository_policy" "repository" {
  repository = var.service
  policy     = data.aws_iam_policy_document.pull.json
}
