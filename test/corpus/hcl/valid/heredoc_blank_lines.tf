a = <<EOT

text

EOT
