a_1/* c */=null -",/*% %%😀"   /  e/* c */
true_2=/* c */{ for null_ in null_.var  %
  [true
,1e3 # c "{
, true ] : ["s"
  ,"s"// c
,// c
in/*
*/]  * else &&""=>// c
2E-2 <=/*
*/f(a)[-1][null]}/* c */
