a = <<ONE
1
ONE
b = <<TWO
2
TWO
