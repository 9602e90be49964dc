	name_1  =[/*
*/e// c
 ==null # c "{
 ?null :
""/*
*/]
if_2 =1.5 ? {true/* c */:"s"  ,#c
}/* c */ ?false !=null : 3.25e+4 :  true1[foo-bar( if # c "{
,"s",
)
  ]
