if_1 = if(true...) /{// c
true:!false /* { " */ ,#c
 # c "{
x_1 :[local.a] ,
 # c "{
}/* c */
