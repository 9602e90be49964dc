a = <<-EOT
		two
	one
	EOT
