	for_1="s"["k"] /* { " */    >  [for true1 in false/*
*/ %
"" : (
  "s" # c "{
) if 42
]
