name_1={
for x_1 , var in (("").A9-  ) : true =>"$é#\n"
   > false
 !=ünï if foo-bar[*]["a${b}"] ["a${b}"][-1]}/* c */
  ünï_2  =(/*
*/("")[true]/*
*/) &&{/*
*/for var in false : local.a=>
  null...} *1 >=  false