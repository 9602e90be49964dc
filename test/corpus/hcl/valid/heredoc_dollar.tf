a = <<EOT
$HOME $$ ${"$"} $${literal} %%{literal} 100%
EOT
