	if_1={}

	a_2= null   %1
  foo-bar_3  = -endif  >{ # c "{
for data in false ?each :false : "s"["a${b}"][true][true].else
=> # c "{
"" ||
false} /* x
 y */