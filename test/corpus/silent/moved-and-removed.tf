moved {
  from = aws_ecr_repository.old
  to   = aws_ecr_repository.app
}
removed {
  from = aws_ecr_repository.gone
  lifecycle {
    destroy = false
  }
}
resource "aws_ecr_repository" "app" {
  name = "team/moved"
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [image_tag_mutability]
  }
  timeouts {
    delete = "1h"
  }
}
