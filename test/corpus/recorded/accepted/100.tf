	null_1/* c */=  <<E-1
${~/*
*/if(foo-bar) # c "{
~}%{ for foo-bar in 007 >= # c "{
local.a }${~"s" # c "{
}${~
  endif
  }%{ endfor ~}
  E-1
