a_1 = {
  for true1 in !/* c */{a.b/* c */:/* c */null/* c */# c
 } : ""  &&-"s"=>/*
*/007... }// "${
dynamic lbl "a$b"{
}