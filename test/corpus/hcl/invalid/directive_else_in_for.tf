a = "%{ for b in c }d%{ else }e%{ endfor }"
