resource "aws_ecr_repository" "app" {
  provider             = aws.main
  count                = 1
  depends_on           = [aws_kms_key.other]
  name                 = "meta/app"
  force_delete         = false
  image_tag_mutability = "IMMUTABLE"
  region               = "eu-central-1"
  tags                 = { Name = "app" }

  lifecycle {
    create_before_destroy = false
    prevent_destroy       = false
    ignore_changes        = all
    replace_triggered_by  = [terraform_data.version]
    precondition {
      condition     = terraform_data.version.id != "meta/app"
      error_message = "Too long."
    }
    postcondition {
      condition     = self.name != ""
      error_message = "No name."
    }
  }
  connection {
    host = "localhost"
  }
  provisioner "local-exec" {
    command = "echo ${self.repository_url}"
    when    = destroy
  }
}
resource "terraform_data" "version" {}
resource "aws_kms_key" "other" {}
provider "aws" {
  alias = "main"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app[0].name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
  lifecycle {
    replace_triggered_by = [aws_ecr_repository.app[0].id]
  }
}
ephemeral "random_password" "p" {
  length = 8
}
