a = <<EOT
  text
  EOT
