/* one */
a = /* two */ 1 /* three */
/* four
   five */
b = 2
