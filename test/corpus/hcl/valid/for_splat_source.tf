a = [for b in c[*].d : b]
e = {for f in c.*.d : f => f}
