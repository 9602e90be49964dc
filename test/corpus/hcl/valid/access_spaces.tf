a = b . c
d = b [ 0 ]
e = b[
  0
]
