a = [for b in [for c in d : c.e] : [for f in b : f]]
