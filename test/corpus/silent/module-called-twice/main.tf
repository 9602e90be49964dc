module "a" {
  source = "./ecr"
  name   = "api"
  keep   = 5
}

module "b" {
  source = "./ecr"
  name   = "web"
}
