a = "%{ if b }c%{ endif d }"
