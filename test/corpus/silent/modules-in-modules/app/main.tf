variable "keep" {
  type = number
}

module "this" {
  source = "../ecr"
  keep   = var.keep
  name   = "app"
}
