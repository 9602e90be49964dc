locals {
  names = { api = "team/api", web = "team/web" }
}
resource "aws_ecr_repository" "app" {
  for_each = local.names
  name     = each.value
}
import {
  for_each = local.names
  to       = aws_ecr_repository.app[each.key]
  id       = each.value
}
