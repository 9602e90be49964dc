	true_1=0.1 +  [for for in a :  true/*
*/ %local.a]/* c */
