	name_1 =  { for x_1 in " 😀b caé$${" : null  <="s"
=>/*
*/(A9-// c
) if null// c
 >=// c
"s"/*
*/} %[for if,  for in x_1 :  123456789012345678901234567890 if "s"] ==[ false
,
true ,/*
*/] /* x
 y */
