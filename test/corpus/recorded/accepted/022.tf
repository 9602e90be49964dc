for_1=/* c */{ # c "{
for each in [// c
for 日本,  A9- in null : 
true/*
*/] *(local.a// c
) : [1,2].*["a${b}"][
false  % true
  ]=> {}... if ({ local:""
})[*][-1]} /* x
 y */
	a-b { /* x
 y */
  }/* c */
