  dynamic "a$b"{ x = null }
  ünï_1=  (/*
*/[
for each in "s" : local.a ]// c
 %/*
*/""
 &&
0.1)