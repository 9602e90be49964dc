a = "${ b }"
b = "x${  c.d  }y"
