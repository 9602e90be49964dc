a-b for { x  A9- }// "${
