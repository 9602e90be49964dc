module "with" {
  source = "./ecr"
  name   = "guarded/with"
  rules  = [{ prefix = "v", keep = "30" }, { keep = 5 }]
}

module "without" {
  source = "./ecr"
  name   = "guarded/without"
}
