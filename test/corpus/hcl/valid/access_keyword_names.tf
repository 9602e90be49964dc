a = b.for.in.if
c = b.null
d = b.true
