  a_1=[ for each in true </*
*/0.1 : null_ if !  false
  ]  %  [ # c "{
"s" <=
foo-bar ]
