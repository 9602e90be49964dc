	name_1  ={// c
for a /* { " */ ,foo-bar in [foo-bar] : {/*
*/for e in 1 : {for null_ in local.a : true/*
*/=>42... }=>/*
*/true  % e... if "$$"}=> if...}
