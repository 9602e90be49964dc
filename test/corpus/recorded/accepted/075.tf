  if_1={for ünï , /* { " */ data in "${local.a// c
~}" : "${~// c
""}"
  => # c "{
!local(
"s"/*
*/... # c "{
)... if each(
  007 % "s"
...) }

日本 "x" "a b" {}
