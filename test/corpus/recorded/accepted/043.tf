	for_1 = /* { " */ {
true /* { " */ =f(a).0 


  local /* { " */ =var %/* c */true# c

  b:"s".*.for  ,} +  a.for  ?true  :/* c */local.a /* { " */  /true # c