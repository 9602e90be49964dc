a = "%{ if b }c%{ endfor }"
