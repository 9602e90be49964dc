  if_1= /* { " */ -"/*=/*${local.a}%{=>for true1 , A9- in null }$${,$%{ endfor ~}"



