  true_1= A9-["a${b}"][true][ # c "{
[/*
*/for A9- in true
 ||true : !/* c */foo-bar
]
  ]
