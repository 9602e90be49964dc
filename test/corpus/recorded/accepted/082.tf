a_1 /* { " */ =((
  null
) < # c "{
local.a
 / # c "{
local.a)[0][// c
e// c
 && x_1
   -"s"/*
*/]

/* x */
	resource { }
