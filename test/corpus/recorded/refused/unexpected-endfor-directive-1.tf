	foo-bar_1  ="%~ for b in {a=1}[-1].A9-.*[null] }${~"s"~}${/*
*/local.a # c "{
~}b cé$$%{ endfor }" /* x
 y */