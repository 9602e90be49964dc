a = [ # first
  1, // one
  /* two */ 2,
  # end
]
