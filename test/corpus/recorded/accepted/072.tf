	foo-bar_1=  {
  }   == /* { " */ { # c "{
} <local.a /* { " */  *b
