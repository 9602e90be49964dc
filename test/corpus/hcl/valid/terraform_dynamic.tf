resource "a" "b" {
  dynamic "c" {
    for_each = var.d
    iterator = e
    content {
      f = e.value.g
    }
  }
}
