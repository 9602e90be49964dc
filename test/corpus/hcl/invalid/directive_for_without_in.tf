a = "%{ for b c }d%{ endfor }"
