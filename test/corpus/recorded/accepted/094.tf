a_1=local( ""
   >= null,)   +007 # c
