null_1=/* c */{for endif  ,var in 007 >=[
for a in true : // c
true1 if ""
] : [/*
*/""/*
*/] +/*
*/! /* { " */ "s"// c
=>
  if/*
*/ /f(a).*... }// "${
# c
