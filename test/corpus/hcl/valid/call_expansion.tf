a = merge(b...)
c = f(1, d...)
e = f(
  g...
)
