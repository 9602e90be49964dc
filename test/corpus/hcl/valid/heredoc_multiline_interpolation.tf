a = <<EOT
before ${
  b
} after
EOT
