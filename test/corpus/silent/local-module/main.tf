module "api" {
  source = "./ecr"
  name   = "team/api"
  keep   = 20
}
module "web" {
  source   = "./ecr"
  name     = "team/web"
  prefixes = ["v", "rc"]
}
