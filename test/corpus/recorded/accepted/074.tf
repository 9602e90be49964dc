	null_1 /* { " */ =/* c */{/*
*/for local,x_1 in a : null # c "{
 == false=>
[
] if "'" # c "{
} /* { " */  - -  1e3