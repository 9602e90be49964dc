	foo-bar_1/* c */=/* c */-  null_(false)   %  "s".*[-1]
	for "x" "" {// "${
  }// "${
