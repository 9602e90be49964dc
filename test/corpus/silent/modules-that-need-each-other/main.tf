# No cycle: each output needs another input.
module "one" {
  source = "./one"
  name   = "needed/app"
  policy = module.two.policy
}
module "two" {
  source = "./two"
  keep   = 4
  label  = module.one.repository
}
