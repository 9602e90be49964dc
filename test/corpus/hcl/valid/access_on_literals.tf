a = "text".b
b = [1, 2][0]
c = { d = 1 }.d
e = (f).g
