	a_1 = f(a).for[null][-1] # c
  日本 {}
	for_2=/* c */x_1(! "}"...)

