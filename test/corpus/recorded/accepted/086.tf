true_1=  {/*
*/null= /* { " */ (var)[null_
 == true
  ]/* c */


else : [for data in true
   +1 : [local.a # c "{
,true # c "{
,// c
"s", # c "{
]],// c
a.b=if}
true_2= /* { " */ [/*
*/for foo-bar  ,  for in [for b in "" /data : // c
1/*
*/] :  # c "{
"//.#"
] # c
true_3 /* { " */ =/* c */! /* { " */ -!null/* c */
