short = "\u00e9\u4E2D"
long  = "\U0001F600"
