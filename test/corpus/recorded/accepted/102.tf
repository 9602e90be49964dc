if_1/* c */={ 1  :/* c */local("s" ?// c
data : # c "{
local.a # c "{
), (!(true// c
)):true1,/*
*/ünï = - /* { " */ false/* c */ ?1 :42/* c */}

