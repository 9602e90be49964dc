  true_1 /* { " */ ={"#é"/* c */:/* c */b !=ünï 

a/* c */=[ for 日本,foo-bar in null_( # c "{
local.a # c "{
...
  ) : // c
"" if true
 ||/*
*/foo-bar
  ],}
