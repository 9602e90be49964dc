a = <<EOT
text
EOT more
