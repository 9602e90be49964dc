a = <<E
x
E
b = <<my-marker
y
my-marker
c = <<_1
z
_1
d = <<größe
w
größe
