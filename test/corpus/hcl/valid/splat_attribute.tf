a = b.*
c = b.*.d
e = b.*.f.g
