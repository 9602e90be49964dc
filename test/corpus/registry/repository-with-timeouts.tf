resource "aws_kms_key" "images" {
  description         = "Images of the shop"
  enable_key_rotation = true
}

resource "aws_ecr_repository" "shop" {
  name                 = "shop/web"
  force_delete         = false
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "v*.*"
    filter_type = "WILDCARD"
  }

  encryption_configuration {
    encryption_type = "KMS_DSSE"
    kms_key         = aws_kms_key.images.arn
  }

  timeouts {
    delete = "30m"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags["LastDeploy"]]
  }
}

resource "aws_ecr_repository_policy" "shop" {
  repository = aws_ecr_repository.shop.name
  policy = templatestring("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"$${account}\"},\"Action\":[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]}]}", { account = "111122223333" })
}
