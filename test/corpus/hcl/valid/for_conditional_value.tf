a = [for b in c : b ? 1 : 2 if b ? true : false]
