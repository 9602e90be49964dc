a_1=(
(ünï(
日本
  , true)/*
*/))
if_2=[- false <(local.a)[*]["k"][
false
] # c "{
,in// c
,"\r[" # c "{
 !=
  !/* c */null] # c
