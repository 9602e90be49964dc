a = <<EOT
EOT is not the end
 EOTX
x EOT
EOT
