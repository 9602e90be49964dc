true_1 = /* { " */ "s"[0][0][true][
  0.1/*
*/] ||/* c */{for each in [for else  , true1 in "" : 
  false if 0.1/*
*/] : f(a)[null][null].*/*
*/=> # c "{
ünï(""// c
...)/*
*/}// "${