a = { # open
  # before
  b = 1 # behind
  // between
  c = 2 /* inside */
  /* last */
}
