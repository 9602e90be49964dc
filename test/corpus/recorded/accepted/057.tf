  null_1 ={} -each()

	日本 "" {
}
	if_2/* c */=  [// c
for if ,for in ünï// c
 %true :  ""  +
  null
] ==[
  true
,"s" # c "{
, # c "{
] ==/* c */[42]/* c */
/* x */
