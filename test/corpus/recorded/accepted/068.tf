	a_1  ={for true1,local in foo-bar  %( # c "{
local.a) : [for if /* { " */ , for in (/*
*/"s" ) :  local.a
 / # c "{
true// c
]=>"${~ # c "{
true}%{ for var in each }%{ endfor ~}${ ""}%{~ for var in 2E-2 }/*{}.,%{ endfor }" if foo-bar(in */*
*/1) }
	true_2={// c
}
