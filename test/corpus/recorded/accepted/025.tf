name_1 /* { " */ =  [// c
"" +// c
false, # c "{
false
   &&null] ||/* c */{
}
