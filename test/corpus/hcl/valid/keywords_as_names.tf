for  = 1
in   = 2
if   = 3
else = 4
true = 5
null = 6
