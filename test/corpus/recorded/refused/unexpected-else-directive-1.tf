	for_1 /* { " */ =  "}%%{%%é%{~ if null  ?// c
local.a :true }:~.%{ for local in x_1 }$😀%:/*é%%😀é%{~ endfor ~}%{ for var in true }$$%%}$$'{~ endfor }%{~ else }%{ /* { " */ endif/* c */}"

