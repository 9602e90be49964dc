	name_1= !each([local.a # c "{
], # c "{
"" ==local.a,/*
*/)
