resource "aws_kms_key" "images" {
  description = "images"
}
data "aws_kms_alias" "shared" {
  name = "alias/shared"
}
resource "aws_ecr_repository" "own" {
  name = "team/own-key"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }
}
resource "aws_ecr_repository" "shared" {
  name = "team/shared-key"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = data.aws_kms_alias.shared.target_key_arn
  }
}
resource "aws_ecr_repository" "optional" {
  name = "team/optional-key"
  encryption_configuration {
    encryption_type = var.kms_key == null ? "AES256" : "KMS"
    kms_key         = var.kms_key
  }
}
variable "kms_key" {
  type    = string
  default = null
}
