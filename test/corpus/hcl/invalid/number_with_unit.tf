a = 30s
