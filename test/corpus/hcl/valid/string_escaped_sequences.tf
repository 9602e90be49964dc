a = "$${not}"
b = "%%{not}"
c = "x$${y}z"
d = "$${"
