	if_1=  foo-bar   >= "s".0  <=true +null
  name_2/* c */= true /* x
 y */
for_3 /* { " */ =/* c */(false
 >=/*
*/"s").0[-1][0].null_ !=0
