a = <<-EOT
${b}
    text
EOT
