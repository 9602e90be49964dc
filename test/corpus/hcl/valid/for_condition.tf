a = [for b in c : b if b != null]
d = {for e, f in g : e => f if f > 1}
h = {for i in j : i => i... if i}
