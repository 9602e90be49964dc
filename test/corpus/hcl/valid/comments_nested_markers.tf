/* # // /* */
a = 1 # /* not open
b = 2 // */ not closed
