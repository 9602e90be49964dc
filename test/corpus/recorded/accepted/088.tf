  name_1 /* { " */ = [for each,for in true ?// c
local # c "{
 :local.a : {for in in 1e3 : false=>false... # c "{
}
] ||else(
  ""// c
 /
null,
"[é.\u00e9$$${/*b c$%%")// "${
