for_1=("}")
	foo-bar_2 =[// c
x_1(
  local.a...) ,]  > a[-1]/* c */ == 1 # c
