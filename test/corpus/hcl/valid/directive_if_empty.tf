a = "%{ if b }%{ endif }"
b = "%{ if b }%{ else }%{ endif }"
