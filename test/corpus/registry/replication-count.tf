variable "enabled" { default = false }
variable "destinations" {
  type = list(object({ region = string, registry_id = string }))
}
resource "aws_ecr_replication_configuration" "this" {
  count = var.enabled ? 1 : 0
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = var.destinations
        content {
          region      = destination.value.region
          registry_id = destination.value["registry_id"]
        }
      }
    }
  }
}
