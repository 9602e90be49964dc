	a_1 /* { " */ =  !{
for true1  ,  local in in : "s"=>1 }  -in
true_2=  日本
