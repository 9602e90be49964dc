locals {
  services = ["ui", "catalog", "orders"]
}
module "ecr" {
  source                    = "terraform-aws-modules/ecr/aws"
  for_each                  = toset(local.services)
  repository_name           = "shop/${each.key}"
  create_lifecycle_policy   = false
  repository_force_delete   = true
}
