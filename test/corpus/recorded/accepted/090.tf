	name_1=e( ! /* { " */ null  /local.a/*
*/ >=// c
true1/*
*/... )


日本 "a$b" "" {}
