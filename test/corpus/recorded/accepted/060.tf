  ünï_1=[ for e,if in [/*
*/for x_1 in "s" : null
] : 
  -"s" if data ] == /* { " */ [for if in false : "s" if ""
  ]/* c */ + /* { " */ false * /* { " */ true
// x
