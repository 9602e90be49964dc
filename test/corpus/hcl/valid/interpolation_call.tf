a = "${join(",", [for s in b : "${s}!"])}"
