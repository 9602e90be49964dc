a = "${b}"
b = "${"text"}"
c = "${1}"
d = "${true}"
