	if_1=(A9-(
local
)/*
*/ <{ ""  =  false/* c *for

// c
a/* c */=/* c */foo-bar

})["a${b}"]
