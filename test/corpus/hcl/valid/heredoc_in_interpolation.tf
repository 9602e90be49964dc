a = "x${<<EOT
text
EOT
}y"
