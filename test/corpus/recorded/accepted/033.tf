	name_1 /* { " */ =/* c */"b cé{==~" ? /* { " */ [// c
"s", null
  ]  >false/* c */ < "" :(
  [// c
] )
	name_2  =f(a).*
