  for_1=e(
{
  for x_1,local in true +
true : 日本 -// c
null # c "{
=>ünï
},// c
a(
  each(/*
*/false,/*
*/"s",// c
"s") # c "{
...) )