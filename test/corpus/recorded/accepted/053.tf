	日本 "$${x}" "é\n" {

  ünï_1={for x_1 in [ 0.1,local.a
 >="" # c "{
] : false ||/*
*/null_
   >= null
=>[for A9- in false : true if "s"] /
  (false)[null]["a${b}"] if "${ # c "{
false # c "{
}"
  }
  }// "${


  if_2=/* c */local

