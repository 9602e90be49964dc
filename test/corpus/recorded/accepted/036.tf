	for { x = 1e3 }// "${
	a_1  =[""
,0.1
 ||
  null # c "{
]/* c */ ?{for 日本,a in {a=1}["a${b}"][*] : { for var in "" : false # c "{
=>
  0.1} # c "{
=>
  0.1/*
*/ * # c "{
true if foo-bar # c "{
} :/* c */{/*
*/for null_ in 007  /"s" : 1.5// c
 >
  "s"// c
=>[ local.a ,/*
*/local.a,]}