a = {
  name          = 1
  "quoted"      = 2
  "with space"  = 3
  "x${y}"       = 4
  (computed)    = 5
  ("a" + "b")   = 6
  7             = 7
  my-key        = 8
}
