dynamic "x"{
name_1 =each(// c
({/*
*/for data,e in "s" : null=>
  "s"
  }),) /* x
 y */
ünï_2="${
"s".endif # c "{
~}${false  -local.a}${~{
  for A9- in "s" : null
=>
  "" if e}}"/* c */
  } # c
