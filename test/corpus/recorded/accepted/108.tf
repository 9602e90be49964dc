	name_1 /* { " */ = /* { " */ {for x_1 ,日本 in f(a)[true].*[true] : in # c "{
=>/*
*/{for null_ in true : "s"
=>// c
"s"
}}  ||{}// "${
for_2= { # c "{
null= /* { " */ true  ,
null: /* { " */ {
for in,  x_1 in local.a : true =>false}  && 1e3 == true} /* x
 y */
