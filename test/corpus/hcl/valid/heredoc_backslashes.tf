a = <<EOT
no \n escape \t here \ "quoted" \u0041
EOT
