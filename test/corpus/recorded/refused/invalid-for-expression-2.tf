  dynamic "a$b"{ x = [ for a in a :  # c "{
false <=n=ll ] }/* c */
