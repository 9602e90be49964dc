module "this" {
  source = "./app"
  keep   = 9
}
