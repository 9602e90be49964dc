	ünï_1/* c */=endif(
"$$"// c
 * [for foo-bar in "" : // c
false]// c
...) /* x
 y */
	ünï_2= /* { " */ {
  for var/* c */, ünï in A9-// c
 <null : null  / # c "{
local.a => "//:%%{~" } ? /* { " */ [ # c "{
for local in "" : b # c "{
 /"" if {a=1}[true].*] :b
/* x */
for{ x = f(a)[*][true]  ||  true > true1 }// "${
