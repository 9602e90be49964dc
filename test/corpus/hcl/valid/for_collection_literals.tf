a = [for b in [1, 2] : b * 2]
c = {for d, e in { f = 1 } : d => e}
