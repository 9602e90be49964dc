for "$${x}"{ x = "${ "s" # c "{
]~}" }
	dynamic { }
