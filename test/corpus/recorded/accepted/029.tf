foo-bar_1/* c */=[ # c "{
for else in A9-(/*
*/-"s"
  ,
"s".0[-1].*[0],// c
) : [for for in true : // c
007// c
]/*
*/ ?in/*
*/ :42
 ||
true ] # c
