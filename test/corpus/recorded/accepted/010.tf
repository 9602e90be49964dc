if_1  =  local("s".for.0// c
,"%%{/*","" -/*
*/0.1 )  >=( # c "{
null)   -  local.a %endif

