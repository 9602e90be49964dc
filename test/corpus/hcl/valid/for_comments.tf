a = [ # before
  for b in c : # between
  b // behind
]
