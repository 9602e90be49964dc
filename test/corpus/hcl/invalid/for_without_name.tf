a = [for in c : d]
