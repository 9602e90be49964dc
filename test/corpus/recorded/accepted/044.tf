for_1  =x_1

for_2 /* { " */ = /* { " */ {}   <=/* c */({ for 日本 /* { " */ ,  data in false : false=>
  ""... if local.a # c "{
})[// c
null # c "{
 >
  42][*]
