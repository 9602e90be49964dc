a { # open
  # inside
  b = 1 # behind
  /* before */ c = 2
} # close
