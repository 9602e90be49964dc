  a_1 ={
for ünï in local(/*
*/1.5 != # c "{
null, # c "{
) : e/*
*/ +""
  =>/*
*/{for x_1 ,  if in local : 1.5=>true
 ?"" :// c
true... if -false/*
*/} if {}/*
*/}// "${
