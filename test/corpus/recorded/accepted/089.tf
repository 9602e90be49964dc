	ünï_1  =  { for if in "" > true : true +local.a # c "{
=>null >=1.5...}   ? /* { " */ ""/* c */ :/* c */""
  name_2=(1.5)[null]
