module "this" {
  source = "./ecr"
  name   = "app"
  days   = 7
}
