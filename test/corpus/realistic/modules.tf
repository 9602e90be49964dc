module "ecr" {
  source  = "terraform-aws-modules/ecr/aws"
  version = "~> 2.3"

  for_each = toset(["api", "worker", "web"])

  repository_name                   = "${var.project}-${each.value}"
  repository_read_write_access_arns = [data.aws_caller_identity.current.arn]
  repository_image_tag_mutability   = "IMMUTABLE"

  repository_lifecycle_policy = jsonencode({
    rules = [
      {
        rulePriority = 1,
        description  = "Keep last 30 images",
        selection = {
          tagStatus     = "tagged",
          tagPrefixList = ["v"],
          countType     = "imageCountMoreThan",
          countNumber   = 30
        },
        action = {
          type = "expire"
        }
      }
    ]
  })

  tags = local.tags
}

module "labels" {
  source = "../labels"

  namespace = var.namespace
  stage     = terraform.workspace
  name      = var.project
}

module "cloudposse_ecr" {
  source               = "cloudposse/ecr/aws"
  version              = "0.42.1"
  image_names          = ["one", "two"]
  max_image_count      = 100
  protected_tags       = ["latest"]
  image_tag_mutability = "MUTABLE"
  context              = module.labels.context

  providers = {
    aws = aws.registry
  }
}

module "network" {
  source = "./modules/network"
  count  = var.create_network ? 1 : 0

  cidr = "10.0.0.0/16"
  subnets = {
    public  = cidrsubnets("10.0.0.0/20", 4, 4, 4)
    private = cidrsubnets("10.0.16.0/20", 4, 4, 4)
  }
  depends_on = [module.labels]
}

locals {
  tags = merge(
    module.labels.tags,
    {
      Project = var.project
      Cost    = lookup(var.cost_centres, var.project, "unknown")
    },
    var.extra_tags...
  )

  vpc_id = one(module.network[*].vpc_id)
}

output "urls" {
  value = {
    for name, repository in module.ecr :
    name => repository.repository_url
    if !startswith(name, "test-")
  }
}

output "network" {
  value     = var.create_network ? module.network[0] : null
  sensitive = true
}
