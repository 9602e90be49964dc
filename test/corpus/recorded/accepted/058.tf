  null_1 = /* { " */ {/*
*/for else, if in foo-bar(
null ?A9- :local.a # c "{
) : e # c "{
 *true/*
*/ ?
  "" :// c
true1 =>/*
*/[null || 42,if.*, ""/*
*/ ||
1.5// c
]... if [/*
*/"",local.a// c
] && 42}
