  ünï_1  =<<日
$
EOTaé'$${%{ for in in false // c
"" ~}//%{~ endfor }$${# EOTX EOTX
EOTa//
	日
	resource "a b" "a$b" {}
