foo-bar_1  = /* { " */ x_1(
  f(a).*) %  x_1  > /* { " */ "s" >local.a /* x
 y */
