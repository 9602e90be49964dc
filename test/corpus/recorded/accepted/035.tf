  if_1=/* c */{/*
*/for true1/* c */,null_ in x_1 : ""
 &&// c
b(
x_1
  )=> # c "{
"😀"
 ?in(/*
*/null/*
*/...// c
) :local.a >=
  false }
