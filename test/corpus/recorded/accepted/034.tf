ünï_1=("\u00e9':b c'b c/*,"/*
*/ ?42
   >// c
true
   :in
) # c
  foo-bar_2/* c */={for 日本 in foo-bar/*
*/ <=/*
*/var : {for null_, endif in each : 42 %
1e3=> A9-
}=>[ ]...
  }
