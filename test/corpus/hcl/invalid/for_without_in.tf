a = [for b c : d]
