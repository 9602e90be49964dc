a_1=/* c */"${false~}$$:%{%if 1 }=}.$%{ else ~}%{ /* { " */ endif/* c */~}"
