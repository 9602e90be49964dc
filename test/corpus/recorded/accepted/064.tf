null_1={
for else in [for in in local["a${b}"] :  # c "{
""/*
*/ <=
  "s" ] : {
}
=>
  null_} # c
