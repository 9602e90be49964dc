a = b[0]
c = b["d"]
e = b[f]
g = b[h + 1]
