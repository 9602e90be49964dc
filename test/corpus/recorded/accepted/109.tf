日本 "a$b" for {// "${
  name_1  =/* c */{for b in foo-bar : [1,2].*=>// c
true  || # c "{
2E-2...// c
} ||[local
  ]
# c
} /* x
 y */
  foo-bar_2/* c */=null_
	for_3= x_1/* c */ && /* { " */ {for null_ in local.a # c "{
 +/*
*/data : 2E-2
  =>
  true *
true}/* c */
