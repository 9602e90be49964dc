a = f(b)[*].c
d = values(e).*.f
