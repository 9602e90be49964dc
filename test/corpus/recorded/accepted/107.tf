  ünï_1=false >true1("s".*.0.a ...) /* x
 y */
