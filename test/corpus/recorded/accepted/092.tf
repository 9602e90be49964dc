	foo-bar_1/* c */={/*
*/null:"s"  *  local.a/* c */

else=-  "s",#c
each /* { " */ :endif,
  }   % [ null,true] /* { " */  ||[1,2].for[true].0

	true_2/* c */=each(// c
[/*
*/""/*
*/,/*
*/local.a # c "{
,]...
)/* c */ + {// c
}// "${
