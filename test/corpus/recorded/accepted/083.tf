	name_1=[ ] - /* { " */ each
  for{
a_2=  "" ?007 : /* { " */ 2E-2  +local
  a_3={/*
*/for in , if in (
  false) : 1
=> [1,2][""// c
].../*
*/} %{a=1}[0]["k"][""]  -{ # c "{
for data ,/* c */foo-bar in local.a : local.a=>
true}
	ünï_4=  ünï( )
}

