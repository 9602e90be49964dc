a = <<-EOT
    first
  ${b} second
      third
  EOT
