a = "$${x}${y}"
b = "$ ${y}"
c = "%%{x}%{if y}z%{endif}"
