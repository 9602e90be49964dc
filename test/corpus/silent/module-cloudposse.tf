module "ecr" {
  source      = "cloudposse/ecr/aws"
  version     = "0.44.0"
  namespace   = "eg"
  name        = "app"
  image_names = ["eg/app", "eg/worker"]
  custom_lifecycle_rules = [
    {
      description = "keep v"
      selection = {
        tagStatus     = "tagged"
        tagPrefixList = ["v"]
        countType     = "imageCountMoreThan"
        countNumber   = 20
      }
      action = { type = "expire" }
    }
  ]
}
