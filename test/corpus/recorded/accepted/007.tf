null_1= [
  for if in [
for else in {// c
for 日本  ,/* c */local in 1e3 : ""=>
  true if local.a
  } : else if 1e3 &&// c
"s"
  ] : /*
*/-"" if true1() ?"$$${" :true1]
for for { x = (2E-2
   %false) }
