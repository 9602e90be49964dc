module "policy" {
  source   = "./policy"
  for_each = { api = 10, web = 20 }
  keep     = each.value
}
resource "aws_ecr_repository" "this" {
  for_each             = module.policy
  name                 = "instances/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = module.policy
  repository = aws_ecr_repository.this[each.key].name
  policy     = each.value.json
}
output "policies" {
  value = { for key, one in module.policy : key => one.json }
}
