for_1={// c
for ünï, /* { " */ in in !  null : 1.5=>false/*
*/ ?
  "" # c "{
 :
3.25e+4 if true
 >
  endif
  }  */* c */in