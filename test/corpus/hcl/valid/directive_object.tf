a = "%{ if {} == {} }x%{ endif }"
b = "%{ for x in { k = 1 } }${x}%{ endfor }"
c = "%{ for x in [{ k = 1 }] }${x.k}%{ endfor }"
