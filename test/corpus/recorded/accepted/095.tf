  true_1/* c */=[[1.5
,/*
*/]
   >=true
,// c
{for each,for in null_(/*
*/ünï # c "{
,"",each
) : [
local.a/*
*/]=>b <
  null }]
/* x */
