	for "x" ""{
  name_1/* c */=[local([1,2][-1],// c
1.5
) ,// c
]
}
if_2= "${// c
!true/*
*/~}"
