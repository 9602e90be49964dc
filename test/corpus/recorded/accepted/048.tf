	null_1 /* { " */ =( [null ]
   / e) # c
null_2  =  -( # c "{
"" )  <= (
  A9-)   +/* c */{a=1}["a${b}"].*/* c */
dynamic for "a$b" {// "${
  }
