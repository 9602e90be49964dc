a = "v${1}"
b = "v${true}"
c = "v${null}"
d = "v${1.50}"
