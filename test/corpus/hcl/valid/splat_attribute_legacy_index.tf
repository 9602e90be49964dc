a = b.*.c.0
d = b.*.c.0.e
