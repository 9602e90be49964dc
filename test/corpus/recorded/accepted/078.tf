	a_1=  [ [
  for x_1  ,true1 in [/*
*/for data in null : false if data] : "s" % for if (
  false
  )]// c
] /* x
 y */
