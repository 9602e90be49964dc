a = <<EOT
resource "x" "y" {
  name = "z"
}
EOT
b = 1
