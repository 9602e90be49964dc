  for_1/* c */= /* { " */ data( # c "{
"s" ... ==
null
,else( )) >[] /* x
 y */
