a = {
  true  = 1
  false = 2
  null  = 3
  in    = 4
  if    = 5
}
