a = b[true]
c = b[null]
d = b[1.5]
