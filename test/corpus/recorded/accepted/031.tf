  for_1={for true1 ,a in [for A9-,/* c */e in 123456789012345678901234567890 : "s"["a${b}"][""]["k"]
  ] : (
  日本[null].b.local.*)=> # c "{
( false ) %2E-2  /
  0... if f(a).0["" ?for  :
  x_1 ]["a${b}"]}/* c */


