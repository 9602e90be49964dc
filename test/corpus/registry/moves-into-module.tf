module "ecr" {
  source  = "terraform-aws-modules/ecr/aws"
  version = "~> 3.0"

  repository_name                   = "team/app"
  repository_lifecycle_policy       = file("${path.module}/policy.json")
  repository_read_write_access_arns = [var.role]
}
variable "role" { type = string }
moved {
  from = aws_ecr_repository.app
  to   = module.ecr.aws_ecr_repository.this[0]
}
