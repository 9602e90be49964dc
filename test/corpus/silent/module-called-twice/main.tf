module "a" {
  source = "./ecr"
  name   = "a"
  keep   = 5
}

module "b" {
  source = "./ecr"
  name   = "b"
}
