  null_1=!  [ for else,if in 007 : // c
2E-2 if null # c "{
]/* c */ != ( # c "{
false + # c "{
false
  )

	name_2= ("") || [] <= /* { " */ null  %/* c */true// "${
/* x */
name_3= [ "${ # c "{
local.a # c "{
}"
,null_/*
*/ >{null  =  null,
// c
}, ] /* x
 y */
