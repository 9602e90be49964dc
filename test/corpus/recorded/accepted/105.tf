ünï_1 =42 */* c */[// c
] # c
	a-b lbl {/* c */
if_2 = [/*
*/for b in true1(// c
"s") : 
  [ true
  ,// c
""// c
,null ,] if {a=1}.in ]/* c */ *""
}
