provider "aws" {
  alias  = "east"
  region = "us-east-1"
}
module "home" {
  source = "./ecr"
}
module "east" {
  source    = "./ecr"
  providers = { aws = aws.east }
}
module "disabled" {
  source   = "./ecr"
  count    = 0
  policy   = "none"
}
module "switched_off" {
  source  = "./ecr"
  name    = "called/unmanaged"
  enabled = false
  policy  = ""
}
module "nothing_given" {
  source  = "./ecr"
  name    = "called/other"
  policy  = ""
  enabled = var.enabled
}
variable "enabled" {
  type = bool
}
