  true_1/* c */={ for data in null : [
"" ,]
 ==// c
true
 >=b/*
*/=>
  "={${true// c
~}"... if [for for in a : 
local.a if true] !=// c
{// c
} # c "{
} # c
	resource "a$b"{ }