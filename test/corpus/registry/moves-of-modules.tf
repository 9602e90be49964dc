module "images" {
  source = "git::https://example.com/modules/images.git"
}

moved {
  from = module.ecr
  to   = module.images
}

removed {
  from = module.legacy

  lifecycle {
    destroy = false
  }
}
