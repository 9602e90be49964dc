my-name    = 1
a--b       = 2
trailing-  = 3
ref        = some-thing.other-thing
