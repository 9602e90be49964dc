  a_1=/* c */{for data in local.a ||// c
null : else=>// c
true... if {for e in true : 007=> ünï if local.a
  } # c "{
} * "%{ for e in true }$$$${$😀%%é%%{%{ endfor ~}${
  true~}"

