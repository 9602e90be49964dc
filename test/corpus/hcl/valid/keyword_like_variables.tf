a = trueish
b = nullable
c = forest
d = iffy
