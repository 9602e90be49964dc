name_1={ }  * else(null,
  "s" # c "{
,// c
)/* c */ / false// "${
  for_2= /* { " */ var /* x
 y */
	null_3= /* { " */ { for else in "${""
}" : [for null_  , null_ in ünï[true].each[-1][*] : 
[data ]] # c "{
=>-  f(a)[""].0.*
  }