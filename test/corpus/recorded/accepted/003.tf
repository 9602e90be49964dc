  foo-bar_1 /* { " */ =[// c
for null_ in [1,2][""]["a${b}"]
   &&local.a
 ||"s" :  [1,2][*].0[-1]["k"] if var # c "{
 *(1)[*]  .0]
