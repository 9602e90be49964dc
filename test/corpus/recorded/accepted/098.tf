null_1={for b in "" # c "{
 % "s"/*
*/ !=null_ : else/*
*/ *b =>
  foo-bar... # c "{
} # c
