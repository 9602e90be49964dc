	a-b { # c
null_1=[// c
f(a).for[-1],
[ # c "{
( null
), # c "{
{a=1}[true]   # c "{
, # c "{
{ for var,if in data : null=>""...
  }]] # c
  null_2/* c */=null
resource {
  }

}/* c */
