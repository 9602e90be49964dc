  for_1/* c */=  ({for var in {
  for endif, /* { " */ e in null : true=>true1 # c "{
} : var=>
x_1(""...) if {a=1}[""]})[*] .for/* c */
	for lbl {// "${
} /* x
 y */
