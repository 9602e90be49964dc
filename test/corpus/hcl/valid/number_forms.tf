zero     = 0
integer  = 42
fraction = 1.5
leading  = 007
exponent = 1e3
signed_e = 2E-2
plus_e   = 3.25e+4
