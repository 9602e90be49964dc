  日本 { x = f(a).else[-1][true]  ["s" ] +true != each }
/* a */ /* b
*/
  foo-bar_1=  1   ?[1,2].ünï :[for data  ,  else in "s"
 ?
  "s"// c
 :
true : { for foo-bar,  true1 in 0 : null
=>// c
3.25e+4... if null} if true
   <
false
]
