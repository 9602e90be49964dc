a = b[*]
c = b[*].d
e = b[*].f[0].g
