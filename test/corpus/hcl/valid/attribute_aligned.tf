name    = "a"
longest = "b"
