  true_1=/* c */null_("",/*
*/- /* { " */ in <( null
  ) /* x
 y */