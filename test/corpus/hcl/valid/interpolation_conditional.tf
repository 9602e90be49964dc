a = "x${b ? "c" : "d"}y"
