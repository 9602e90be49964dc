a = b.0
c = b.0.d
e = b.c.1.d.2
