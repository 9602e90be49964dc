null_1 ={/*
*/true/* */c */=/* c */[]}
