a = <<-EOT
    first

    second
  
    third
EOT
