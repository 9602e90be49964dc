a = "%{ for x in y }%{ if x > 1 }${x}%{ else }-%{ endif }%{ endfor }"
