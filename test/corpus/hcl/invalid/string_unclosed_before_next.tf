a = "b
c = "d"
