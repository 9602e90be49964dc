  resource "$${x}"{/* c */
  }
ünï_1=  !e ? /* { " */ f(a).0.*.0 :  (
  "") <= a( "" ,)

	null_2={ # c "{
else:  a(// c
endif( ), # c "{
"" % null// c
, # c "{
! /* { " */ 42) /* { " */ 
true  :true,/*
*/} # c
