  name_1 =[ for if in A9- : // c
{a=1}[-1].0
 / # c "{
1  + # c "{
local.a if b]
  null_2/* c */=[/*
*/!1.5,
  null// c
 *
true
]   <  {
  }/* c */
if_3 =/* c */([// c
A9-
  ,] ) /* { " */  /[for data, x_1 in data : /*
*/"a$$${%%{$,b c"]/* c */
