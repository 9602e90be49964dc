	if_1= /* { " */ {a.b=  true <{ for var, /* { " */ foo-bar in local.a : "s"=>null if ""} /* { " */ 


  foo-bar/* c */:f(a)[/*
*/1.5 ][0][""]   == /* { " */ [
1e3// c
,/*
*/false],
/*
*/true  : /* { " */ -true1   >=3.25e+4  # c
}

